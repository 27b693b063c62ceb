"""Khabar reads Arabic news: who did what to whom, when, where, and who says so."""

from khabar.api import brief, date_notes, event_bullets, find_dates, load_reader, read, read_many
from khabar.errors import KhabarError
from khabar.model import Actor, Article, Date, Event, Evidence, Note, Quote, Record
from khabar.summary.bullets import Bullet
from khabar.version import VERSION as __version__

__all__ = [
    "Actor",
    "Article",
    "Bullet",
    "Date",
    "Event",
    "Evidence",
    "KhabarError",
    "Note",
    "Quote",
    "Record",
    "__version__",
    "brief",
    "date_notes",
    "event_bullets",
    "find_dates",
    "load_reader",
    "read",
    "read_many",
]
