"""Which year, month or day is meant where the words leave it open."""

from datetime import date
from typing import TypeAlias

from khabar.dates.calendar import day_or_none, days_later, hijri_day, hijri_month, hijri_today, month_later, month_text
from khabar.dates.found import NO_CALENDAR, NO_DAY, NOTHING_TOLD, Doubt, Found, Story
from khabar.dates.tense import tells_future, tells_past
from khabar.dates.words import Month
from khabar.model.record import DateBasis

Place: TypeAlias = tuple[int, int]

SHIFT = {"before_last": -2, "past": -1, "present": 0, "future": 1}


def exact_day(place: Place, year: int, month: Month, day: int) -> Found | Doubt:
    """A day with its year."""
    if month.calendar == "hijri":
        there = hijri_day(year, month.number, day)
        original: str | None = f"{year:04}-{month.number:02}-{day:02}"
    else:
        there, original = day_or_none(year, month.number, day), None
    if there is None:
        return Doubt(*place, NO_CALENDAR)
    return Found(*place, there.isoformat(), "day", "text", month.calendar, original)


def exact_month(place: Place, year: int, month: Month) -> Found | Doubt:
    """A month with its year; a Hijri month is given as the Gregorian month that holds its middle."""
    if month.calendar == "hijri":
        value = hijri_month(year, month.number)
        original: str | None = f"{year:04}-{month.number:02}"
    else:
        value, original = month_text(year, month.number), None
    return Found(*place, value, "month", "text", month.calendar, original) if value else Doubt(*place, NO_CALENDAR)


def open_day(story: Story, place: Place, month: Month, day: int, tail: str, weekday: int | None) -> Found | Doubt:
    """A day of a month without its year: counted from the day of the report, by الماضي/المقبل, weekday, or tense."""
    today = story.today
    if today is None:
        return Doubt(*place, NO_DAY)
    days = [(there, found) for year in _years(today, month) if (found := _day(place, year, month, day)) and (there := date.fromisoformat(found.value))]
    if weekday:
        days = [pair for pair in days if pair[0].isoweekday() == weekday and abs((pair[0] - today).days) < 400] or days
        if len(days) == 1:
            return days[0][1]
    before = [pair for pair in days if pair[0] < today or (pair[0] == today and tail in ("", "present"))]
    after = [pair for pair in days if pair[0] > today]
    choice = _choose(story, place, today, before, after, tail)
    return choice[1] if choice else Doubt(*place, NO_CALENDAR)


def _day(place: Place, year: int, month: Month, day: int) -> Found | None:
    """A day of a year that was counted from the day of the report."""
    found = exact_day(place, year, month, day)
    return found._replace(basis="published") if isinstance(found, Found) else None


def _years(today: date, month: Month) -> range:
    """The years in which an open date may lie, in the calendar of its month."""
    hijri = hijri_today(today) if month.calendar == "hijri" else None
    year = hijri[0] if hijri else today.year
    return range(year - 4, year + 5)


def _choose(
    story: Story, place: Place, today: date, before: list[tuple[date, Found]], after: list[tuple[date, Found]], tail: str
) -> tuple[date, Found] | None:
    """The last one, the next one, or by tense; a day that comes soon is believed rather than one that is long past."""
    if tail == "present":
        near = [pair for pair in (*before, *after) if pair[0].year == today.year]
        return min(near or [*before, *after], key=lambda pair: abs((pair[0] - today).days), default=None)
    if tail in ("past", "before_last"):
        return before[SHIFT[tail]] if len(before) >= -SHIFT[tail] else None
    if tail == "future":
        return after[0] if after else None
    if not before or not after:
        return before[-1] if before else after[0] if after else None
    soon, long_ago = (after[0][0] - today).days, (today - before[-1][0]).days
    if before[-1][0] == today:
        return before[-1]
    if _until(story, place) or tells_future(story, *place):
        return after[0] if soon < 300 else before[-1]
    return after[0] if soon * 4 < long_ago and not tells_past(story, place[0]) else before[-1]


def _until(story: Story, place: Place) -> bool:
    """Whether حتى stands before the date and no verb of the past before that: what lasts until then."""
    return bool(story.cues.until_before.search(story.before(place[0]))) and not tells_past(story, place[0])


def open_month(story: Story, place: Place, month: Month, tail: str) -> Found | Doubt:
    """A month without its year: the present one, the last one, the next one, or by tense."""
    today = story.today
    if today is None:
        return Doubt(*place, NO_DAY)
    if month.calendar == "hijri":
        return _open_hijri_month(story, place, month, tail, today)
    ago = (today.month - month.number) % 12
    return _month_from(place, today, month, _months_away(story, place, ago, tail))


def _months_away(story: Story, place: Place, ago: int, tail: str) -> int:
    """How many months later, where the month was last `ago` months ago."""
    if tail == "present" and ago:
        return -ago if ago <= 6 else 12 - ago
    if tail in ("past", "before_last"):
        return -(ago or 12) + 12 * (SHIFT[tail] + 1)
    if tail == "future":
        return 12 - ago
    if ago == 0:
        return 0
    if tells_future(story, *place):
        return 12 - ago if ago > 1 else -ago
    return 12 - ago if (12 - ago) * 4 < ago and not tells_past(story, place[0]) else -ago


def _month_from(place: Place, today: date, month: Month, away: int) -> Found | Doubt:
    """A month counted from the present one."""
    value = month_text(*month_later(today, away))
    return Found(*place, value, "month", "published") if value else Doubt(*place, NO_CALENDAR)


def _open_hijri_month(story: Story, place: Place, month: Month, tail: str, today: date) -> Found | Doubt:
    """A Hijri month without its year."""
    now = hijri_today(today)
    if now is None:
        return Doubt(*place, NO_CALENDAR)
    ago = (now[1] - month.number) % 12
    away = _months_away(story, place, ago, tail)
    years, number = divmod(now[0] * 12 + now[1] - 1 + away, 12)
    found = exact_month(place, years, month._replace(number=number + 1))
    return found._replace(basis="published") if isinstance(found, Found) else found


def weekday_day(story: Story, place: Place, weekday: int, tail: str) -> Found | Doubt:
    """A weekday: the last one, the next one, or by tense the nearest on that side, today included."""
    today = story.today
    if today is None:
        return Doubt(*place, NO_DAY)
    ago = (today.isoweekday() - weekday) % 7
    if tail in ("past", "before_last"):
        count = -(ago or 7) + 7 * (SHIFT[tail] + 1)
    elif tail == "future":
        count = 7 - ago
    elif tail == "present":
        count = weekday - today.isoweekday()
    else:
        count = (7 - ago) % 7 if _until(story, place) or tells_future(story, *place) else -ago
    return day_away(place, today, count, "published")


def day_away(place: Place, day: date, count: int, basis: DateBasis) -> Found | Doubt:
    """The day `count` days later."""
    there = days_later(day, count)
    return Found(*place, there.isoformat(), "day", basis) if there else Doubt(*place, NO_CALENDAR)


def told_year(story: Story, place: Place, shift: int) -> int | Doubt:
    """The year of the last date told, or one beside it."""
    told = story.last("day", "month", "week", "year")
    return int(told.value[:4]) + shift if told else Doubt(*place, NOTHING_TOLD)


def day_of(told: Found) -> date:
    """The first day of a date that was told."""
    if told.granularity == "week":
        return date.fromisocalendar(int(told.value[:4]), int(told.value[6:]), 1)
    return date.fromisoformat((told.value + "-01-01")[:10])
