"""So long before or after: قبل يومين، قبل نحو ثلاثة أشهر، بعد ذلك بأسبوع."""

import re
from datetime import date

from khabar.dates.calendar import month_later, month_text, year_text
from khabar.dates.found import NO_CALENDAR, NO_DAY, NOTHING_TOLD, WHICH_TOLD, Doubt, Found, Reading, Story
from khabar.dates.resolve import day_away, day_of
from khabar.dates.rules.rule import Rule
from khabar.dates.tense import tells_future
from khabar.model.record import DateBasis


def ago(match: re.Match[str], story: Story) -> Reading:
    """قبل سبعة أيام من الآن"""
    return _from_today(match, story, -1)


def from_now(match: re.Match[str], story: Story) -> Reading:
    """بعد أسبوعين من الآن"""
    return _from_today(match, story, 1)


def later(match: re.Match[str], story: Story) -> Reading:
    """سيعود بعد يومين: a length of time where nothing tells of the future."""
    each = re.search(r"(?<!\w)(?:يوما?|عاما?|سنه|شهرا?|اسبوعا?) $", story.before(match.start()))
    return _from_today(match, story, 1) if not each and tells_future(story, *match.span()) else ()


def _from_today(match: re.Match[str], story: Story, side: int) -> Reading:
    """So long before (-1) or after (1) the day of the report."""
    length = _length(match, story)
    if length is None:
        return ()
    if story.today is None:
        return (Doubt(*match.span(), NO_DAY),)
    return (_away(match, story.today, length[0] * side, length[1], "published"),)


def after_that(match: re.Match[str], story: Story) -> Reading:
    """بعد ذلك بثلاثة أيام: counted from the last date told."""
    length = _length(match, story)
    if length is None:
        return ()
    told = story.last("day") if length[1] in ("day", "week") else story.last("day", "month", "year")
    if told is None or (length[1] == "month" and told.granularity == "year"):
        return (Doubt(*match.span(), NOTHING_TOLD),)
    if told is not story.told[-1]:
        return (Doubt(*match.span(), WHICH_TOLD),)
    return (_away(match, day_of(told), length[0] * (-1 if match["side"].startswith("قبل") else 1), length[1], "relative"),)


def _length(match: re.Match[str], story: Story) -> tuple[int, str] | None:
    """A number of units, and the unit."""
    fragments = story.fragments
    if match["two"]:
        return 2, fragments.key("two", match["two"])
    if match["one"]:
        return 1, fragments.key("one", match["one"])
    number = fragments.count(match["number"])
    return (number, fragments.key("many", match["many"])) if number else None


def _away(match: re.Match[str], day: date, count: int, unit: str, basis: DateBasis) -> Found | Doubt:
    """The day, month or year so many units later."""
    place = match.span()
    if unit in ("day", "week"):
        return day_away(place, day, count * (7 if unit == "week" else 1), basis)
    value = month_text(*month_later(day, count)) if unit == "month" else year_text(day.year + count)
    return Found(*place, value, unit, basis) if value else Doubt(*place, NO_CALENDAR)


LENGTH = (
    r"(?:{about}{s})?(?:(?P<two>{two})|(?P<number>\d{1,3}|{cardinals}){o}(?P<many>{many})"
    r"|(?P<one>{one})(?:{s}واحده?(?!\w)|(?!{o}[\"«(]?(?:\d|{month_word}|{weekday}|{cardinal}|ال\w|غد|امس|هجر|ميلاد))))"
)
# What makes the length one before something else: قبل يومين من الانتخابات.
_ALONE = r"(?!{s}(?:فقط{s})?(?:من|مما|ان|و?نصف|ونيف)(?!\w)|{s}علي{s}(?:ال)?{awaited})"

RULES = (
    Rule("ago", ("ago",), rf"قبل{{s}}{LENGTH}(?:{{s}}من{{s}}(?:الان|اليوم)(?!\w)|{_ALONE})", ago),
    Rule("from_now", ("after",), rf"بعد{{s}}{LENGTH}{{s}}من{{s}}(?:الان|اليوم)(?!\w)", from_now),
    Rule("after_that", ("after", "ago"), rf"(?P<side>(?:بعد|قبل){{s}}ذلك|(?:بعد|قبل)(?:ها|ه)){{s}}ب{LENGTH}{_ALONE}", after_that),
    Rule("later", ("after",), rf"بعد{{s}}{LENGTH}{_ALONE}", later),
)
