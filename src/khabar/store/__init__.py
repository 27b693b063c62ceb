"""The record of many articles: kept in one SQLite file, searched, joined, asked."""

from khabar.store.ingest import Failure, Incoming, Tally, ingest
from khabar.store.reader import Store
from khabar.store.values import Filters, Found, Hit, Listing, Page

__all__ = ["Failure", "Filters", "Found", "Hit", "Incoming", "Listing", "Page", "Store", "Tally", "ingest"]
