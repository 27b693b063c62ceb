"""`khabar words`: which list or rule knows a name, and what stands in a file of own words."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

words_option = click.option(
    "--words", metavar="FILE", default="", envvar="KHABAR_WORDS", show_envvar=True,
    help="Your own people, bodies, groups, outlets and places (TOML), laid over the package's lists.",
)


@click.command()
@words_option
@click.argument("actor", required=False)
def words(words: str, actor: str | None) -> None:
    """Says which list or rule knows ACTOR; without one, what stands in the lists or in the file of own words. A JSON line each."""
    rows = list(_known(actor, words) if actor is not None else _own(words) if words else _lists())
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))
    if actor is not None and not rows:
        click.echo(f"khabar: no list and no rule knows {actor!r}", err=True)


def _known(actor: str, words: str) -> Iterator[dict[str, Any]]:
    """What the lists say of every form in `actor`, then what the reading makes of it."""
    from khabar.api import load_reader, read
    from khabar.lexicon.files import read_own
    from khabar.lexicon.finder import pattern
    from khabar.lexicon.own_words import own_forms, parse_own
    from khabar.lexicon.sources import sources_of

    reader = load_reader(words)
    own = {pattern(form): words for form, _ in own_forms(parse_own(words, read_own(words)))} if words else {}
    yield from sources_of(actor, reader.lexicon, reader.frequencies, own)
    for each in read(actor, words=words).actors:
        yield {"actor": each.name, "kind": each.kind, "country": each.country, "sector": each.sector, "role": each.role, "rule": each.rule}


def _own(words: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of own words, and which of its forms the package has as well."""
    from khabar.api import load_reader
    from khabar.lexicon.files import read_own
    from khabar.lexicon.finder import pattern
    from khabar.lexicon.own_words import own_forms, parse_own

    forms = load_reader().lexicon.finder.forms
    for form, term in own_forms(parse_own(words, read_own(words))):
        package = [f"{t.tag}: {t.name}" for t in forms.get(pattern(form), ())]
        yield {"form": form, "list": term.tag, "name": term.name, "country": term.country or None, "sector": term.sector or None, "instead_of": package}


def _lists() -> Iterator[dict[str, Any]]:
    """How many forms each list of the package has."""
    from khabar.api import load_reader

    counts = Counter(term.tag for terms in load_reader().lexicon.finder.forms.values() for term in terms)
    for tag, forms in sorted(counts.items()):
        yield {"list": tag, "forms": forms}
