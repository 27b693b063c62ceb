"""What a record is made of: frozen values that carry their evidence."""

from khabar.model.article import Article, Genre, PublishedBasis
from khabar.model.record import (
    Actor,
    Count,
    Date,
    Event,
    MadeBy,
    Note,
    Place,
    Quote,
    Record,
    Stance,
    Status,
    SummarySentence,
)
from khabar.model.span import Evidence, Span

__all__ = [
    "Actor",
    "Article",
    "Count",
    "Date",
    "Event",
    "Evidence",
    "Genre",
    "MadeBy",
    "Note",
    "Place",
    "PublishedBasis",
    "Quote",
    "Record",
    "Span",
    "Stance",
    "Status",
    "SummarySentence",
]
