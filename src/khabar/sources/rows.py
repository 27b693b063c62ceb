"""A row of a table, or an object of JSON, as an article: Khabar's own fields, and those of other tools as they come."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from khabar.errors import RecordError, SourceError
from khabar.model import Article
from khabar.model.jsonform import from_plain
from khabar.sources.found import Outcome, Refusal

# The names of each field: Khabar's own first, then those of news-please, trafilatura, Media Cloud, Common Crawl tools and usual exports.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "content", "body", "article_text", "story_text", "full_text", "article_body", "articleBody", "raw_text"),
    "id": ("id", "stories_id", "guid"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "media_name", "sitename", "source-hostname", "source_domain", "publisher", "hostname", "source"),
    "url": ("url", "link", "source_url", "source-url"),
    "published": ("published", "date_publish", "publish_date", "published_date", "publication_date", "datePublished", "pub_date", "pubDate", "date"),
    "modified": ("modified", "date_modify", "dateModified"),
    "authors": ("authors", "author"),
    "section": ("section", "category"),
    "image": ("image", "image_url"),
}
_LONE = re.compile("[\ud800-\udfff]")


def article_of_row(row: Mapping[str, object], place: str, columns: Sequence[tuple[str, str]] = ()) -> Article:
    """The article of a row; `place` names its file and line in errors, `columns` are (field, column) pairs that go before the usual names."""
    if "published_basis" in row and not columns:
        return _own(row, place)
    names = {**NAMES, **{wanted: (column,) for wanted, column in columns}}
    values = {wanted: _value(row, names[wanted]) for wanted in names}
    key, text = values["text"]
    if not isinstance(text, str):
        raise SourceError(f"{place}: {key}: {'missing' if text is None else 'a string is wanted'}")
    told = {wanted: _told(place, *values[wanted]) for wanted in names if wanted not in ("text", "authors", "id")}
    day, at = times(told["published"], place, values["published"][0])
    key, identity = values["id"]
    if not (identity is None or isinstance(identity, str | int)) or isinstance(identity, bool):
        raise SourceError(f"{place}: {key}: a string is wanted")
    return Article(
        id=str(identity) if identity not in (None, "") else place.replace(": line ", ":"), title=told["title"] or "", outlet=told["outlet"], url=told["url"],
        published=day, published_at=at, published_basis="metadata" if day else None, modified=told["modified"], authors=_list(values["authors"][1]),
        section=told["section"], image=told["image"], text=sound(text),
    )


def _own(row: Mapping[str, object], place: str) -> Article:
    """An article as Khabar itself writes it."""
    try:
        article = from_plain(Article, row)
    except RecordError as fault:
        raise SourceError(f"{place}: {fault}") from fault
    if article.published is not None:
        times(article.published, place)
    return replace(article, text=sound(article.text), title=sound(article.title))


def of_values(name: str, place: str, values: Mapping[str, object], columns: Sequence[tuple[str, str]]) -> Outcome:
    """The article of named values, or why there is none."""
    try:
        return article_of_row(values, place, columns)
    except SourceError as fault:
        address = next((str(values[key]) for key in NAMES["url"] if values.get(key)), None)
        if address and not any(values.get(key) for key in NAMES["text"]):
            return only_address(name, place, address)
        return Refusal(name, str(fault))


def only_address(name: str, place: str, address: str) -> Refusal:
    """A row that holds an address and no text."""
    return Refusal(name, f"{place}: only an address, no text ({address}); khabar fetch gets it", "no text", address)


def _value(row: Mapping[str, object], names: Sequence[str]) -> tuple[str, object]:
    """The first of `names` that the row has a value for, with it."""
    for name in names:
        if row.get(name) not in (None, ""):
            return name, row[name]
    return next(((name, row[name]) for name in names if name in row), (names[0], None))


def _told(place: str, key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise SourceError(f"{place}: {key}: a string is wanted")
    return sound(value)


def _list(value: object) -> tuple[str, ...]:
    """Authors: a list of names, or names in one string parted by ; or |."""
    names = value if isinstance(value, list | tuple) else re.split("[;|]", value) if isinstance(value, str) else []
    return tuple(dict.fromkeys(sound(name).strip() for name in names if isinstance(name, str) and name.strip()))


def times(stamp: str | None, place: str, field: str = "published") -> tuple[str | None, str | None]:
    """The day and, where it is told, the time of `stamp`: ISO 8601, 20240913, or as mail writes it. Raises SourceError naming `place` and `field`."""
    if not stamp:
        return None, None
    plain = stamp.strip()
    if re.fullmatch(r"\d{14}", plain):
        plain = f"{plain[:8]}T{plain[8:]}"
    try:
        moment = datetime.fromisoformat(plain)
    except ValueError:
        try:
            moment = parsedate_to_datetime(plain)
        except (ValueError, IndexError, TypeError, OverflowError):
            try:
                return date.fromisoformat(plain[:10]).isoformat(), None
            except ValueError as fault:
                raise SourceError(f"{place}: {field}: {stamp!r} is not a day like 2024-09-13") from fault
    return moment.date().isoformat(), moment.isoformat() if ":" in plain or "T" in plain else None


def sound(text: str) -> str:
    """`text` with lone surrogates, which no file can hold, shown as U+FFFD; their places stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _LONE.search(text) else text
