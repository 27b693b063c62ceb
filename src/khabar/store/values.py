"""What can be asked of a store, and what it answers with: frozen values."""

from dataclasses import dataclass

from khabar.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which articles are meant; what is None does not matter. Days are ISO 8601, both ends included.

    `actor` and `source` are names in any spelling or keys; `source` says so or is quoted. `country` is ISO 3166 alpha-3, `type` a PLOVER type.
    Where `type`, `status` or `source` is told, one event has to fit them all, with `actor` and `country` among its parties.
    """

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """An article as lists show it; `version` counts from 1, `current` is false where a newer one is there."""

    row: int
    id: str
    version: int
    current: bool
    title: str
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found. Spans of `in_title` count on its title, those of `in_text` on its text; `score` is higher where it fits better.

    `snippet` is the stretch of the text around its first hits, None where only the title has any.
    """

    listing: Listing
    score: float
    in_title: tuple[Span, ...]
    in_text: tuple[Span, ...]
    snippet: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found; `total` counts all pages.

    Where very many articles were to be looked at for words as they are written, `at_least` says that there may be more than `total`.
    `order` is "best", or "newest" where most articles hold the words, so that these tell none from another.
    """

    total: int
    hits: tuple[Hit, ...]
    at_least: bool
    order: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of articles, the newest first; `total` counts all pages."""

    total: int
    listings: tuple[Listing, ...]
