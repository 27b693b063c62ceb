"""The reader: a store, or one article, as pages of a newspaper with their evidence, served on this machine."""

from khabar.web.app import Desk, reader_app
from khabar.web.guard import Gate

__all__ = ["Desk", "Gate", "reader_app"]
