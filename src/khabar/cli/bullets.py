"""Records with a line an act in the place of their summary, in each of the shapes of `khabar read`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from khabar.cli.output import terminal
from khabar.model import Record
from khabar.summary.bullets import Bullet, Language


def with_bullets(records: Iterator[Record], shape: str, language: Language, size: int, output: str | None) -> Iterator[str]:
    """The records with a line an act: on a terminal in the place of the summary, in JSON as `bullets`, in a page before the article."""
    from khabar.api import event_bullets

    told = ((record, event_bullets(record, language, size=size)) for record in records)
    if shape in ("json", "jsonl"):
        plain = ({**json.loads(r.to_json()), "bullets": [plain_bullet(b) for b in lines]} for r, lines in told)
        yield from (json.dumps(p, ensure_ascii=False) + "\n" for p in plain) if shape == "jsonl" else listed(json.dumps(p, ensure_ascii=False, indent=1) for p in plain)
    elif shape == "html":
        from khabar.report.html import html_report

        pairs = tuple(told)
        yield html_report([r for r, _ in pairs], {n: [b.text for b in lines] for n, (_, lines) in enumerate(pairs)})
    else:
        from khabar.report.text import text_report

        for record, lines in told:
            yield text_report(record, terminal(output), [b.text for b in lines])


def plain_bullet(bullet: Bullet) -> dict[str, Any]:
    """A line as JSON: its event, its text, the words that tell it, and the stretches its parts stand on."""
    evidence = {"start": bullet.evidence.start, "end": bullet.evidence.end, "text": bullet.evidence.text}
    parts = [{"start": p.start, "end": p.end, "text": p.text} for p in bullet.parts]
    return {"event": bullet.event, "language": bullet.language, "line": bullet.text, "evidence": evidence, "parts": parts}


def listed(objects: Iterable[str]) -> Iterator[str]:
    """One object as it is, several as a list."""
    shown = list(objects)
    if len(shown) == 1:
        yield shown[0] + "\n"
    elif shown:
        yield "[\n" + ",\n".join(shown) + "\n]\n"
