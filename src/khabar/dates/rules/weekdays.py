"""Weekdays: يوم الاثنين الماضي، ليل الجمعة - السبت، الثلاثاء الأخير من مارس."""

import re
from datetime import date
from itertools import pairwise

from khabar.dates.calendar import day_or_none, days_later, month_later, nth_weekday
from khabar.dates.found import NO_CALENDAR, NO_DAY, Doubt, Found, Reading, Story
from khabar.dates.resolve import SHIFT, day_away, open_month, weekday_day
from khabar.dates.rules.days import YEAR, day_number, the_year
from khabar.dates.rules.rule import Rule
from khabar.dates.words import Month
from khabar.model.record import DateBasis

_NEAR = 20
# A weekday counted in a month that is longer past than so many months is one to come.
_RECENT = 3


def weekday(match: re.Match[str], story: Story) -> Reading:
    """يوم الاثنين المقبل"""
    if _one_of_many(match, story):
        return ()
    tail = "past" if match["previous"] else story.fragments.key("tail", match["tail"]) if match["tail"] else ""
    return (weekday_day(story, match.span(), story.fragments.weekday(match["weekday"]), tail),)


def _one_of_many(match: re.Match[str], story: Story) -> bool:
    """Whether it is any such day (كل جمعة), a prayer or a market, and none that a tail points at."""
    return not match["tail"] and bool(story.cues.recurring_before.search(story.before(match.start())))


def weekdays(match: re.Match[str], story: Story) -> Reading:
    """ليل الجمعة - السبت: the second is the next such day after the first."""
    if _one_of_many(match, story):
        return ()
    parts = list(story.cues.weekday.finditer(story.text, match.start("days"), match.end("days")))
    tail = story.fragments.key("tail", match["tail"]) if match["tail"] else ""
    places = [part.span("weekday") for part in parts]
    places[0] = (match.start(), places[0][1])
    places[-1] = (places[-1][0], match.end())
    numbers = [story.fragments.weekday(part["weekday"]) for part in parts]
    last = weekday_day(story, places[-1] if tail else match.span(), numbers[-1], tail)
    if isinstance(last, Doubt):
        return tuple(Doubt(*place, last.message) for place in places)
    end = date.fromisoformat(last.value)
    ago = [sum((b - a) % 7 for a, b in pairwise(numbers[i:])) for i in range(len(numbers))]
    return tuple(day_away(place, end, -days, "published") for place, days in zip(places, ago, strict=True))


def weekday_of_week(match: re.Match[str], story: Story) -> Reading:
    """الأسبوع المقبل يوم الجمعة"""
    if story.today is None:
        return (Doubt(*match.span(), NO_DAY),)
    shift = SHIFT[story.fragments.key("tail", match["tail"])] if match["tail"] else 0
    count = story.fragments.weekday(match["weekday"]) - story.today.isoweekday() + 7 * shift
    return (day_away(match.span(), story.today, count, "published"),)


def weekday_and_day(match: re.Match[str], story: Story) -> Reading:
    """الجمعة 22: the day of a month near publication that is such a weekday."""
    if story.today is None:
        return ()
    wanted, day = story.fragments.weekday(match["weekday"]), day_number(story, match["day"])
    near = [there for count in range(-_NEAR, _NEAR + 1) if (there := days_later(story.today, count)) and there.day == day]
    return tuple(Found(*match.span(), there.isoformat(), "day", "published") for there in near if there.isoweekday() == wanted)[:1]


def _month_of(match: re.Match[str], story: Story) -> tuple[int, int] | Doubt | None:
    """Year and month in which a weekday is counted."""
    if story.today is None and not match["year"]:
        return Doubt(*match.span(), NO_DAY)
    if match["month"] or match["number"]:
        number = story.fragments.count(match["number"]) if match["number"] else None
        if match["number"] and (number is None or number > 12):
            return None
        named = Month(number, "gregorian", (), (), ()) if number else story.fragments.month(match["month"])
        if named.calendar == "hijri":
            return None
        year = the_year(match, story, match.span(), named)
        if isinstance(year, Doubt):
            return year
        if isinstance(year, int):
            return year, named.number
        if not year and story.today and (story.today.month - named.number) % 12 > _RECENT:
            return story.today.year + (named.number < story.today.month), named.number
        found = open_month(story, match.span(), named, year)
        return found if isinstance(found, Doubt) else (int(found.value[:4]), int(found.value[5:7]))
    if story.today is None:
        return None
    return month_later(story.today, SHIFT[story.fragments.key("tail", match["month_tail"])] if match["month_tail"] else 0)


def weekday_of_month(match: re.Match[str], story: Story) -> Reading:
    """الثلاثاء الأخير من شهر مارس، أول يوم جمعة من يوليو"""
    month = _month_of(match, story)
    if month is None or isinstance(month, Doubt):
        return (month,) if month else ()
    order = story.fragments.number("first", match["first"]) if match["first"] else story.fragments.number("last", match["nth"])
    name = match["bare"] or match["weekday"]
    same = day_or_none(*month, order) if match["nth"] and order > 0 else None
    if same and same.isoweekday() == story.fragments.weekday(name):  # الأربعاء الثاني من أكتوبر that is the second of October
        return ()
    there = nth_weekday(*month, story.fragments.weekday(name), order)
    basis: DateBasis = "text" if match["year"] else "published"
    return (Found(*match.span(), there.isoformat(), "day", basis) if there else Doubt(*match.span(), NO_CALENDAR),)


def end_of_month(match: re.Match[str], story: Story) -> Reading:
    """آخر يوم من أكتوبر"""
    month = _month_of(match, story)
    if month is None or isinstance(month, Doubt):
        return (month,) if month else ()
    there = next((day for n in (31, 30, 29, 28) if (day := day_or_none(*month, n))), None) if match["edge"] != "اول" else day_or_none(*month, 1)
    basis: DateBasis = "text" if match["year"] else "published"
    return (Found(*match.span(), there.isoformat(), "day", basis) if there else Doubt(*match.span(), NO_CALENDAR),)


_OF_MONTH = (
    r"(?:{s}(?:من|في)(?:{s}شهر)?{s}|{s}(?:ب|ل)(?:شهر{s})?)(?:(?:(?P<month>{month})|(?<=شهر )(?P<number>\d{1,2}(?!\d)|{cardinal}))"
    + YEAR
    + r"|(?:الشهر{s}(?P<month_tail>{tail})|هذا{s}الشهر(?!\w)))"
)
_PAIR = r"(?:{o}[-–/]{o}|{s}|{o}،?{o}و{o}|{s}(?:الي|حتي|وحتي){s}|{s}علي{s})"

# Tried before the days of a month.
IN_A_MONTH = (
    Rule(
        "weekday_of_month",
        ("weekday", "first", "day"),
        rf"(?:يوم{{s}})?(?:(?P<first>{{first}}){{s}}(?:يوم{{s}})?(?:(?P<bare>{{bare_weekday}}))|(?P<weekday>{{weekday}}){{s}}(?P<nth>{{nth}})){_OF_MONTH}",
        weekday_of_month,
    ),
    Rule("end_of_month", ("first",), rf"(?P<edge>اول|اخر){{s}}(?:يوم|ايام){_OF_MONTH}", end_of_month),
)
RULES = (
    Rule("weekday_of_week", ("unit",), r"{unit_week}{s}(?P<tail>{tail}){s}(?:يوم{s})?(?P<weekday>{weekday})", weekday_of_week),
    Rule(
        "week_of_weekday",
        ("weekday", "bare_weekday", "day"),
        r"(?:يوم{s})?(?P<weekday>{weekday}|{bare_weekday}){s}(?:من{s})?{unit_week}{s}(?P<tail>{tail})",
        weekday_of_week,
    ),
    Rule(
        "weekdays",
        ("weekday", "days", "day"),
        rf"(?:يوم{{s}})?(?P<days>{{weekday}}(?:{_PAIR}(?:يوم{{s}})?{{weekday}}){{1,6}})(?:{{s}}(?P<tail>{{tail}}))?",
        weekdays,
    ),
    Rule("weekday_and_day", ("weekday", "day"), r"(?:يوم{s})?(?P<weekday>{weekday}){s}(?P<day>{digits})(?![/.:,-]\d|{s}{counted})", weekday_and_day),
    Rule("weekday", ("weekday", "day", "this"), r"(?:هذا{s})?(?:يوم{s})?(?P<weekday>{weekday})(?:{s}(?P<tail>{tail})|{s}(?P<previous>السابق)(?!\w))?", weekday),
)
