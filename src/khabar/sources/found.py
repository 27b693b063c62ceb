"""What comes out of a source: an article, or one line on why there is none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Literal

from khabar.model import Article

Cause = Literal["unreadable", "no text", "language", "blocked"]
Form = Literal["auto", "text", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc", "zip", "tar", "gzip", "mbox", "mail", "feed", "sitemap", "list"]
FORMS: tuple[Form, ...] = ("auto", "text", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc", "zip", "tar", "gzip", "mbox", "mail", "feed", "sitemap", "list")

LARGEST_PAGE = 10_000_000
LARGEST_TEXT = 50_000_000
LARGEST_LINE = 16_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or one part of it, that gave no article.

    `source` is what was asked to be read, `message` one line that names file, line or member and the fault. `cause`: unreadable; no text (a row
    or a feed entry that only holds an `address`); language (not Arabic); blocked (an address that may not be fetched).
    """

    source: str
    message: str
    cause: Cause = "unreadable"
    address: str | None = None


Outcome = Article | Refusal


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: its name in messages, its bytes (a stream that can be peeked at), and what its server said of it."""

    name: str
    stream: BinaryIO
    url: str | None = None
    charset: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sources are read.

    `form`: what the inputs are, `auto` to tell by their content. `columns`: (field, name of the column or key) pairs that say which column is which.
    `fetch`: gets an address, or yields a refusal; without it addresses are refused. `standard_input`: what `-` stands for.
    `languages`: `any` keeps what is not Arabic.
    """

    form: Form = "auto"
    columns: tuple[tuple[str, str], ...] = ()
    fetch: "Callable[[str], Input | Refusal] | None" = None
    standard_input: BinaryIO | None = field(default=None)
    languages: Literal["arabic", "any"] = "arabic"


Opener = Callable[[Input], Iterator[Outcome]]
Reader = Callable[[Input, Options, Opener], Iterator[Outcome]]
