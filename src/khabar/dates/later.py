"""Whether a calendar time lies after a day."""

from datetime import date


def later(value: str, day: str) -> bool:
    """Whether all of `value` (TIMEX3: a day, a week, a month, a year) comes after the ISO 8601 `day`; a decade or century never does."""
    if len(value) < 4 or not value[:4].isdigit():
        return False
    if "W" in value:
        year, week = value.split("-W")
        told = date.fromisoformat(day).isocalendar()
        return (int(year), int(week[:2])) > (told.year, told.week)
    return value > day[: len(value)]
