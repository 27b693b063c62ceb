"""The public calls: one article, many articles, only the dates."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from khabar.dates import find_dates as _find_dates
from khabar.dates import load_date_words
from khabar.errors import SourceError
from khabar.lexicon.compiled import loaded
from khabar.lexicon.files import DATA, read_own
from khabar.lexicon.own_words import parse_own
from khabar.model import Article, Date, Note, Record
from khabar.reading import Reader, read_article, with_own_words
from khabar.reading import load_reader as _load_reader
from khabar.summary.brief import Story, stories
from khabar.summary.bullets import USUAL, Bullet, Language, Tellers, bullets, load_tellers
from khabar.text.fold import fold


@cache
def load_reader(words: str = "") -> Reader:
    """The reader with the word lists of the package, loaded at the first call and kept; it can be pickled for other processes.

    `words` is a file of own words (TOML) to lay over them, "" for none. Raises LexiconError, its message one line that names file, entry and field.
    """
    if not words:
        return loaded(_load_reader, DATA)
    return with_own_words(load_reader(), parse_own(words, read_own(words)))


def read(
    text: str, *, title: str = "", published: str | None = None, outlet: str | None = None, id: str | None = None, words: str = "",
) -> Record:
    """Reads one article: `text` is its body, `published` an ISO 8601 day, `words` a file of own words. Raises SourceError where `published` is none."""
    name = id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    article = Article(id=name, title=title, outlet=outlet, published=_day(published), published_basis="option" if published else None, text=text)
    return read_article(article, load_reader(words))


def read_many(articles: Iterable[Article], *, sentences: int = 3, words: str = "") -> Iterator[Record]:
    """Reads articles one by one, in order; nothing is kept between them. A summary has at most so many `sentences`; `words` is a file of own words."""
    reader = replace(load_reader(words), sentences=sentences)
    for article in articles:
        yield read_article(article, reader)


def find_dates(text: str, *, published: str | None = None) -> tuple[Date, ...]:
    """The dates of any text; what the text does not settle is left out, and told by `date_notes`."""
    return _dates_and_notes(text, published)[0]


def date_notes(text: str, *, published: str | None = None) -> tuple[Note, ...]:
    """The expressions of any text that point at a date it does not settle: without a day of publication, without a day to count from, of no calendar."""
    return _dates_and_notes(text, published)[1]


def _dates_and_notes(text: str, published: str | None) -> tuple[tuple[Date, ...], tuple[Note, ...]]:
    day = _day(published)
    return _find_dates(fold(text), date.fromisoformat(day) if day else None, _date_words())


_date_words = cache(load_date_words)


def _day(published: str | None) -> str | None:
    """`published` as an ISO 8601 day."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError as fault:
        raise SourceError(f"published: {published!r} is not a day like 2024-09-13") from fault


@cache
def _tellers() -> Tellers:
    """The word lists of lines about acts, loaded at the first call and kept."""
    return load_tellers()


def event_bullets(record: Record, language: Language = "ar", *, size: int = USUAL) -> tuple[Bullet, ...]:
    """At most `size` lines about the acts of `record`, in Arabic ("ar") or English ("en"), each with its event and the words it stands on."""
    return bullets(record, language, _tellers(), size)


def brief(records: Sequence[Record], language: Language = "ar") -> tuple[Story, ...]:
    """Several articles in short: those about the same matter as one story of dated lines, each with who tells it."""
    return stories(records, language, _tellers())
