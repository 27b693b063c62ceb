"""The record of many articles: kept in one SQLite file, searched, joined, asked."""

from khabar.store.answers import (
    ActorPage,
    Both,
    Comparison,
    Day,
    Network,
    Office,
    PlaceLine,
    Said,
    Side,
    Spelling,
    Story,
    StoryLine,
    Tie,
    Timeline,
    Told,
    Totals,
    Who,
)
from khabar.store.ingest import Failure, Incoming, Tally, ingest
from khabar.store.reader import Store
from khabar.store.regroup import join as join_stories
from khabar.store.regroup import split as split_story
from khabar.store.values import Filters, Found, Hit, Listing, Page

__all__ = [
    "ActorPage", "Both", "Comparison", "Day", "Failure", "Filters", "Found", "Hit", "Incoming", "Listing", "Network", "Office", "Page", "PlaceLine", "Said", "Side", "Spelling",
    "Store", "Story", "StoryLine", "Tally", "Tie", "Timeline", "Told", "Totals", "Who", "ingest", "join_stories", "split_story",
]
