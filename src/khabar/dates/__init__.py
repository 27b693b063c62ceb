"""When: every date an Arabic newspaper writes."""

from khabar.dates.find import find_dates
from khabar.dates.words import DateWords, load_date_words

__all__ = ["DateWords", "find_dates", "load_date_words"]
