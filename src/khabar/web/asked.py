"""What a reader asks for, and what a page answers with."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from khabar.errors import QueryError
from khabar.store import Filters, Store
from khabar.web.taste import Taste

Row = Mapping[str, object]


class Ask(NamedTuple):
    """One request: the store to answer from, the part of the path that names something, the query, and how the reader likes the pages."""

    store: Store
    name: str
    path: str
    query: Mapping[str, str]
    taste: Taste

    def word(self, key: str) -> str | None:
        """What the query says under `key`, None where it says nothing."""
        return self.query.get(key, "").strip() or None

    def number(self, key: str, most: int) -> int:
        """A whole number of the query, from 0 to `most`; 0 where none is told. Raises QueryError for anything else."""
        told = self.word(key)
        if told is None:
            return 0
        if not (told.isascii() and told.isdecimal()) or len(told) > 9 or int(told) > most:
            raise QueryError(f"{key}: {told[:40]} is no number up to {most}")
        return int(told)

    def day(self, key: str) -> str | None:
        """A day of the query in ISO 8601. Raises QueryError where it is none."""
        told = self.word(key)
        if told is None:
            return None
        try:
            return date.fromisoformat(told).isoformat()
        except ValueError as fault:
            raise QueryError(f"{key}: {told[:40]} is not a day like 2024-09-13") from fault

    def filters(self) -> Filters:
        """The filters of the query."""
        return Filters(
            since=self.day("since"), until=self.day("until"), **{key: self.word(key) for key in ("outlet", "actor", "country", "type", "status", "source")},
        )

    def here(self, **changed: object) -> str:
        """The address of this page with some of its query changed; None takes a key away."""
        told = {**self.query, **{key: str(value) if value is not None else "" for key, value in changed.items()}}
        rest = urlencode({key: value for key, value in told.items() if value})
        return self.path + (f"?{rest}" if rest else "")

    def twin(self, ending: str) -> str:
        """The address of this page in another form: ".json", ".csv"."""
        rest = urlencode({key: value for key, value in self.query.items() if value})
        return ("/index" if self.path == "/" else self.path) + ending + (f"?{rest}" if rest else "")


class Answer(NamedTuple):
    """A page: its template with the values it shows, what makes the same as plain values, and rows of a table where it is one."""

    template: str
    values: Mapping[str, object]
    plain: Callable[[], object]
    rows: Iterable[Row] | None = None
