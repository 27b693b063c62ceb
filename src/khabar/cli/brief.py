"""`khabar brief`: several articles in short, those about one matter together."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from khabar.cli.inputs import Inputs, columns, day
from khabar.cli.output import writable, write
from khabar.sources import FORMS
from khabar.summary.brief import Story


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What the files are.")
@click.option("--map", "mapped", callback=columns, metavar="FIELD=COLUMN,…", help="Which column or key holds what: text=content,published=date.")
@click.option("--published", callback=day, metavar="DATE", help="The day of publication, where a file does not tell it.")
@click.option("--outlet", help="The outlet, where a file does not tell it.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="The language of the lines.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--failures", callback=writable, metavar="FILE", help="Write the inputs that failed there, a JSON line each.")
@click.option("-o", "--output", callback=writable, metavar="FILE", help="Write there; nothing half-written is left.")
def brief(
    files: tuple[str, ...], form: Any, mapped: tuple[tuple[str, str], ...], published: str | None, outlet: str | None, lang: Any, shape: str,
    failures: str | None, output: str | None,
) -> None:
    """Tells several articles in short: what those about the same matter tell, in dated lines with who tells it."""
    from khabar.api import brief as briefly
    from khabar.api import read_many

    inputs = Inputs(files, form, published, outlet, mapped)
    told = briefly(tuple(read_many(inputs.articles())), lang)
    write(_text(told) if shape == "text" else iter((json.dumps([_plain(s) for s in told], ensure_ascii=False, indent=1) + "\n",)), output)
    inputs.finish(failures)


def _text(told: Sequence[Story]) -> Iterator[str]:
    """Each story under the names of its parties, a line an act; days that only the page tells stand in brackets."""
    for number, story in enumerate(told, 1):
        yield f"{number}. {'، '.join(story.parties) or ', '.join(story.articles)}  ({len(story.articles)})\n"
        for line in story.lines:
            shown = {"text": line.day, "published": f"[{line.day}]", "none": "?"}[line.basis]
            yield f"   {shown:<12}  {line.text}  — {'، '.join(dict.fromkeys(t.outlet or t.article for t in line.tellers))}\n"
        if not story.lines:
            yield "   (nothing that can be told in a line beyond doubt)\n"
        yield "\n"


def _plain(story: Story) -> dict[str, Any]:
    lines = [{"day": x.day or None, "basis": x.basis, "text": x.text, "tellers": [t._asdict() for t in x.tellers]} for x in story.lines]
    return {"parties": story.parties, "articles": story.articles, "reasons": story.reasons, "lines": lines}
