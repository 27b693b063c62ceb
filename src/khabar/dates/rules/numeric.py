"""Dates in figures: 19-6-2024، 2024/6/19، 10/10/1436هـ، and the dateline's 15-7."""

import re

from khabar.dates.found import Doubt, Found, Reading, Story
from khabar.dates.resolve import exact_day, exact_month, open_day
from khabar.dates.rules.days import LEAD, span_from
from khabar.dates.rules.rule import Rule
from khabar.dates.words import Month
from khabar.model.record import Calendar

_HIJRI_YEARS = range(1300, 1501)


def _calendar(year: int, era: str | None) -> Calendar:
    """Which calendar a year of a date in figures belongs to."""
    mark = (era or "").strip()
    return "hijri" if mark.startswith("ه") or (not mark and year in _HIJRI_YEARS) else "gregorian"


def _month(number: int, calendar: Calendar) -> Month:
    """A month by its number."""
    return Month(number, calendar, (), (), ())


def full_figures(match: re.Match[str], story: Story) -> Reading:
    """24/7/2015م: day, month, year, or year, month, day."""
    first, second, third = match["first"], int(match["second"]), match["third"]
    if len(first) == 4:
        year, month, day = int(first), second, int(third)
    elif len(third) == 4:
        year, month, day = int(third), second, int(first)
    elif len(third) == 2 and match["sign"] != "." and story.published:
        year, month, day = _century(int(third), story.published.year), second, int(first)
        if abs(year - story.published.year) > 30:
            return ()
    else:
        return ()
    if month > 12 >= day:
        month, day = day, month
    found = exact_day(span_from(match, "first"), year, _month(month, _calendar(year, match["era"])), day)
    return (found,) if isinstance(found, Found) else ()


def _century(year: int, near: int) -> int:
    """The year nearest to `near` that ends in these two digits."""
    return min((near // 100 * 100 + year + shift for shift in (-100, 0, 100)), key=lambda there: abs(there - near))


def month_and_year(match: re.Match[str], story: Story) -> Reading:
    """10/1436هـ"""
    if story.cues.number_before.search(story.before(match.start())):
        return ()
    year = int(match["year"][:4])
    return _sure(exact_month(match.span(), year, _month(int(match["month"]), _calendar(year, match["year"][4:]))))


def _sure(found: Found | Doubt) -> Reading:
    """The date, where the calendar has it."""
    return (found,) if isinstance(found, Found) else ()


def day_and_month(match: re.Match[str], story: Story) -> Reading:
    """يوم 24/7, with no year."""
    weekday = story.fragments.weekday(match["weekday"]) if match["weekday"] else None
    return _day_and_month(match, story, match.span() if weekday else (match.start("first"), match.end()), weekday)


def dateline(match: re.Match[str], story: Story) -> Reading:
    """هراري 15-7 (ا ف ب)"""
    if match.start() > 80 or "\n\n" in story.text[: match.start()]:
        return ()
    return _day_and_month(match, story, match.span("figures"), None)


def _day_and_month(match: re.Match[str], story: Story, place: tuple[int, int], weekday: int | None) -> Reading:
    """A day and a month in figures."""
    day, month = int(match["first"]), int(match["second"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ()
    found = open_day(story, place, _month(month, "gregorian"), day, "", weekday)
    return (found,)


_FREE = r"(?<![\d/.\-+])(?<!\d[ ]/)"
_FIGURES = _FREE + r"(?P<first>\d{1,4}){o}(?P<sign>[/\-–.]){o}(?P<second>\d{1,2}){o}(?P=sign){o}(?P<third>\d{1,4})(?!\d|{o}[/\-]{o}\d|\.\d)(?P<era>{era})?"
_PAIR = _FREE + r"(?P<first>\d{1,2}){o}[/\-]{o}(?P<second>\d{1,2})(?!\d|{o}[/\-.:,]{o}\d|{o}%)"

RULES = (
    Rule("full_figures", ("digits", "four", "weekday", "day", "today"), LEAD + _FIGURES, full_figures),
    Rule("dateline", ("digits",), rf"(?P<figures>{_PAIR})(?={{o}}(?:[(\[]|م{{o}}\())", dateline),
    Rule(
        "day_and_month",
        ("digits", "weekday", "day"),
        rf"(?:(?:يوم{{s}})?(?P<weekday>{{weekday}}){{o}}[،,]?{{o}}(?:(?:ال)?موافق{{s}})?|يوم{{s}}|(?<=تاريخ )|(?<=موافق )){_PAIR}(?!{{s}}{{counted}})",
        day_and_month,
    ),
    Rule("padded_day_and_month", ("digits",), _FREE + r"(?P<weekday>)(?P<first>\d{1,2})/(?P<second>0[1-9])(?!\d|{o}[/\-.:,]{o}\d|{o}%)", day_and_month),
    Rule("month_and_year", ("digits",), _FREE + r"(?P<month>0?[1-9]|1[0-2]){o}/{o}(?P<year>(?:1[34]\d\d|19\d\d|20\d\d)(?!\d|{o}[/\-]{o}\d){era}?)", month_and_year),
)
