"""A news article as it was published."""

from dataclasses import dataclass
from typing import Literal

from khabar.errors import SpanError
from khabar.model.span import Evidence

Genre = Literal["report", "opinion", "interview", "live", "other"]
PublishedBasis = Literal["metadata", "page", "option", "dateline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its body, which is never altered, and what its page tells about it.

    `published` is an ISO 8601 day, `published_at` an ISO 8601 time with its offset. Null (None) means that the page does not tell.
    """

    id: str
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    language: str = "ar"
    genre: Genre | None = None
    published: str | None = None
    published_at: str | None = None
    published_basis: PublishedBasis | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    section: str | None = None
    image: str | None = None
    image_caption: str | None = None
    image_credit: str | None = None
    abstract: tuple[str, ...] = ()
    same_text_as: str | None = None
    text: str = ""

    def cite(self, start: int, end: int) -> Evidence:
        """The words from `start` up to `end`, with their place; the only maker of evidence."""
        if end > len(self.text):
            raise SpanError(f"span {start}:{end} runs past the text of {len(self.text)} code points")
        return Evidence(start, end, self.text[start:end])
