"""Articles as JSON lines: {"id", "title", "outlet", "published", "text"} a line, the text taken as it is."""

import json
from collections.abc import Mapping
from datetime import date

from khabar.errors import SourceError
from khabar.model import Article

_STRINGS = ("id", "title", "outlet", "published", "url")


def article_of(line: str, where: str, number: int) -> Article:
    """The article of one line; `where` and `number` name its file and line in errors."""
    place = f"{where}: line {number}"
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise SourceError(f"{place}: not JSON: {fault.msg} (column {fault.colno})") from fault
    except RecursionError as fault:
        raise SourceError(f"{place}: not JSON that can be read: nested too deep") from fault
    if not isinstance(row, Mapping):
        raise SourceError(f"{place}: an object is wanted")
    text = row.get("text")
    if not isinstance(text, str):
        raise SourceError(f"{place}: text: {'missing' if text is None else 'a string is wanted'}")
    for field in _STRINGS:
        if row.get(field) is not None and not isinstance(row[field], str):
            raise SourceError(f"{place}: {field}: a string is wanted")
    published = row.get("published") or None
    return Article(
        id=row.get("id") or f"{where}:{number}", title=row.get("title") or "", outlet=row.get("outlet"), url=row.get("url"),
        published=_day(published, place), published_basis="metadata" if published else None, text=_sound(text),
    )


def _day(published: str | None, place: str) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError as fault:
        raise SourceError(f"{place}: published: {published!r} is not a day like 2024-09-13") from fault


def _sound(text: str) -> str:
    """`text` with lone surrogates, which no file can hold, shown as U+FFFD; their places stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if any("\ud800" <= c <= "\udfff" for c in text) else text
