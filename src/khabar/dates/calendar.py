"""Counting on the calendar: months, weeks, weekdays, Hijri dates."""

from datetime import date, timedelta

from hijridate import Gregorian, Hijri


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:  # 31 of a short month: not ours to repair
        return None


def days_later(day: date, count: int) -> date | None:
    """The day `count` days later, where the calendar goes so far."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def month_later(day: date, count: int) -> tuple[int, int]:
    """Year and month of the month `count` months later."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return years, month + 1


def month_text(year: int, month: int) -> str | None:
    """2024-06, where the calendar has that year."""
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def year_text(year: int) -> str | None:
    """2024, where the calendar has that year."""
    return f"{year:04}" if 1 <= year <= 9999 else None


def week_text(day: date, count: int) -> str | None:
    """2024-W37: the ISO week `count` weeks after that of `day`."""
    there = days_later(day, 7 * count)
    if there is None:
        return None
    year, week, _ = there.isocalendar()
    return f"{year:04}-W{week:02}"


def weekday_near(day: date, weekday: int, first: int, last: int) -> date | None:
    """The day with this ISO weekday from `first` to `last` days after `day`, the nearest one."""
    days = (days_later(day, count) for count in sorted(range(first, last + 1), key=abs))
    return next((there for there in days if there is not None and there.isoweekday() == weekday), None)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """The first (1), second … or last (-1) Sunday, Monday … of a month."""
    days = [there for n in range(1, 32) if (there := day_or_none(year, month, n)) and there.isoweekday() == weekday]
    place = count - 1 if count > 0 else count
    return days[place] if -len(days) <= place < len(days) else None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one (Umm al-Qura), where the tables reach (1343 to 1500)."""
    try:
        there = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(there.year, there.month, there.day)


def hijri_month(year: int, month: int) -> str | None:
    """The Gregorian month that holds the middle of a Hijri one."""
    middle = hijri_day(year, month, 15)
    return f"{middle.year:04}-{middle.month:02}" if middle else None


def hijri_year(year: int) -> str | None:
    """The Gregorian year that holds the middle of a Hijri one."""
    middle = hijri_day(year, 7, 1)
    return f"{middle.year:04}" if middle else None


def hijri_today(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of a Gregorian day in the Hijri calendar, where the tables reach."""
    try:
        there = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return there.year, there.month, there.day
