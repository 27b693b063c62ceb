"""Numbers and days as a reader likes them; the article's own are never touched."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names
from hijridate import Gregorian

from khabar.web.taste import Months, Taste
from khabar.web.vocabulary import marked

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LOCALES: dict[Months, str] = {"both": "ar_EG", "egypt": "ar_EG", "levant": "ar_SY", "maghreb": "ar_DZ", "morocco": "ar_MA"}
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_PARTED = 10_000
_ISO_WEEK = re.compile(r"(\d{4})-W(\d\d)")

_WEEK, _YEARS, _AH = marked("the week of"), marked("the years"), marked("AH")


class Shown:
    """Numbers and days in the words and digits of one reader."""

    def __init__(self, taste: Taste, say: Callable[[str], str]) -> None:
        self.taste = taste
        self._say = say

    def n(self, number: int | str) -> str:
        """A number in the reader's digits; thousands are parted from ten thousand on."""
        told = f"{number:,}" if isinstance(number, int) and number >= _PARTED else str(number)
        return _DECIMAL.sub("٫", told).replace(",", "٬").translate(_ARABIC) if self.taste.digits == "arab" else told

    def day(self, value: str) -> str:
        """A date in TIMEX3 (`2024-06-19`, `2024-06`, `2024`, `199`, `2024-W37`) in words; any other as it is."""
        parts = value[:10].split("-")
        week = _ISO_WEEK.fullmatch(value)
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return f"{self._say(_WEEK)} {self.day(monday.isoformat())}"
        if not all(part.isdecimal() for part in parts) or len(parts) > 3:
            return self.n(value)
        if len(value) == 3:
            return f"{self._say(_YEARS)} {self.n(value + '0')}–{self.n(value + '9')}"
        named = [self.n(int(part)) for part in parts[:0:-1]]
        if len(parts) > 1:
            named[-1] = self.month(int(parts[1])) if 1 <= int(parts[1]) <= 12 else named[-1]
        return " ".join((*named, self.n(parts[0])))

    def weekday(self, value: str) -> str:
        """A day with the name of its day of the week."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return self.day(value)
        return f"{get_day_names('wide', locale=self.taste.language)[day.weekday()]} {self.day(value)}"

    def month(self, number: int) -> str:
        """The name of a month of the Gregorian year."""
        if self.taste.language == "en":
            return _months("en")[number]
        name = _months(_LOCALES[self.taste.months])[number]
        return f"{name}/ {_months('ar_SY')[number]}" if self.taste.months == "both" else name

    def hijri(self, value: str) -> str:
        """The same day in the Hijri calendar of Umm al-Qura, "" where it does not reach (before 1924, after 2077)."""
        try:
            day = Gregorian.fromisoformat(value).to_hijri()
        except (ValueError, OverflowError):
            return ""
        return f"{self.n(day.day)} {day.month_name(self.taste.language)} {self.n(day.year)} {self._say(_AH)}"


@cache
def _months(locale: str) -> dict[int, str]:
    return dict(get_month_names("wide", locale=locale))
