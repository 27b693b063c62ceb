"""Weeks, months, years beside the present one, decades, centuries: الشهر الماضي، هذا العام، تسعينيات القرن الماضي."""

import re
from datetime import date

from khabar.dates.calendar import month_later, month_text, week_text, year_text
from khabar.dates.found import NO_CALENDAR, NO_DAY, NOTHING_TOLD, Doubt, Found, Reading, Story
from khabar.dates.resolve import SHIFT, day_away, day_of
from khabar.dates.rules.rule import Rule
from khabar.model.record import DateBasis

_COUNT = {"same": 0, "next": 1, "previous": -1}
_SENTENCE_END = re.compile(r"[.؟?!؛\n]")
# From which dates a day, a week … beside them can be counted.
_NARROW = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month"), "year": ("day", "week", "month", "year")}


def beside(match: re.Match[str], story: Story) -> Reading:
    """الأسبوع المقبل"""
    return _from_today(match, story, SHIFT[story.fragments.key("tail", match["tail"])])


def present(match: re.Match[str], story: Story) -> Reading:
    """هذا العام"""
    return _from_today(match, story, 0)


def part_of_present(match: re.Match[str], story: Story) -> Reading:
    """نهاية العام: only after a word for a part of it."""
    if not story.cues.part_before.search(story.before(match.start())):
        return ()
    told = story.told[-1] if story.told and not _SENTENCE_END.search(story.text, story.told[-1].end, match.start()) else None
    if told and told.basis == "text" and match["unit"].endswith(("عام", "سنه")):
        return _valued(match, told.value[:4], "year", "relative") if told.granularity in _NARROW["year"] else ()
    return _from_today(match, story, 0)


def _from_today(match: re.Match[str], story: Story, shift: int) -> Reading:
    """A unit so many units after the present one."""
    if story.today is None:
        return (Doubt(*match.span(), NO_DAY),)
    unit = story.fragments.key("unit", match["unit"])
    if unit == "decade":
        return (Doubt(*match.span(), "which ten years are meant is open"),)
    if unit == "day":
        return (day_away(match.span(), story.today, shift, "published"),)
    return _valued(match, _beside_today(story.today, unit, shift), unit, "published")


def _beside_today(today: date, unit: str, shift: int) -> str | None:
    """The week, month, year or century so many units after the present one."""
    if unit == "week":
        return week_text(today, shift)
    if unit == "month":
        return month_text(*month_later(today, shift))
    if unit == "year":
        return year_text(today.year + shift)
    return f"{today.year // 100 + shift:02}" if today.year // 100 + shift >= 0 else None


def _valued(match: re.Match[str], value: str | None, unit: str, basis: DateBasis) -> Reading:
    """The unit, where the calendar has it."""
    return (Found(*match.span(), value, unit, basis) if value else Doubt(*match.span(), NO_CALENDAR),)


def same(match: re.Match[str], story: Story) -> Reading:
    """اليوم نفسه، الشهر التالي: counted from the last date told."""
    shift = _COUNT[story.fragments.key("same", match["same"])] if match["same"] else 0
    unit = story.fragments.key("unit", match["unit"])
    if shift and story.cues.other_after.match(story.text, match.end()):  # the day after something else
        return ()
    told = story.last(*(_NARROW.get(unit, ()) if shift >= 0 or unit == "day" else (unit,)))
    if told is None:
        return (Doubt(*match.span(), NOTHING_TOLD),)
    if unit == "year":
        return _valued(match, year_text(int(told.value[:4]) + shift), unit, "relative")
    if unit == "month":
        year, month = divmod(int(told.value[:4]) * 12 + int(told.value[5:7]) - 1 + shift, 12)
        return _valued(match, month_text(year, month + 1), unit, "relative")
    day = day_of(told)
    if unit == "week":
        return _valued(match, week_text(day, shift), unit, "relative")
    return (day_away(match.span(), day, shift, "relative"),)


def decade(match: re.Match[str], story: Story) -> Reading:
    """تسعينيات القرن الماضي -> 199"""
    if story.cues.age_after.match(story.text, match.end()):
        return ()
    tens = int(story.fragments.key("decade", re.sub(r"^ا?ل", "", match["decade"]))) // 10
    century = _century(match, story)
    if century is None and story.published is None:
        return (Doubt(*match.span(), NO_DAY),)
    if century is None and story.published:  # the last such ten years that are over
        century = (story.published.year // 10 - tens - 1) // 10
    basis: DateBasis = "text" if match["ordinal"] else "published"
    value = f"{century:02}{tens}" if century is not None and century >= 0 else None
    return _valued(match, value, "decade", basis)


def _century(match: re.Match[str], story: Story) -> int | None:
    """The hundreds of the years of a century that is named: 19 for the twentieth."""
    if match["ordinal"]:
        return story.fragments.number("ordinal", match["ordinal"]) - 1
    if match["tail"] and story.published:
        return story.published.year // 100 + SHIFT[story.fragments.key("tail", match["tail"])]
    return None


def century(match: re.Match[str], story: Story) -> Reading:
    """القرن التاسع عشر: an age rather than a date."""
    return (Doubt(*match.span(), "a century is wider than a date"),)


def year_told(match: re.Match[str], story: Story) -> Reading:
    """العام الجاري 2015"""
    return (Found(*match.span(), match["year"][:4], "year", "text"),)


_CENTURY = r"القرن{s}(?:(?P<ordinal>{ordinal})|(?P<tail>{tail}))"

RULES = (
    Rule("decade", ("decade",), rf"(?P<decade>(?:ال|(?<=ل)ل)?{{decade}})(?:{{s}}(?:من{{s}})?(?:هذا{{s}})?{_CENTURY})?", decade),
    Rule("century", ("unit",), r"القرن{s}(?P<ordinal>{ordinal})(?!{s}(?:الهجري|قبل|ق\.))(?:{s}الميلادي)?", century),
    Rule("year_told", ("unit",), r"(?:العام|السنه){s}{tail}{o}[،,(]?{o}(?P<year>{four})(?!{o}[-/]{o}\d)", year_told),
    Rule("beside", ("unit",), r"(?P<unit>{unit}){s}(?P<tail>{tail})", beside),
    Rule("same", ("unit",), r"(?P<unit>{unit}){s}(?P<same>{same})(?!{s}(?:الذي|التي)(?!\w))", same),
    Rule("same_before", ("same",), r"(?:نفس|ذات){s}(?P<unit>{unit})(?!{s}(?:الذي|التي)(?!\w))(?P<same>)", same),
    Rule("present", ("this",), r"(?:هذا|هذه){s}(?P<unit>{unit})(?!{s}(?:الدراسي|المالي))", present),
    Rule("part_of_present", ("unit",), r"(?P<unit>الشهر|العام|السنه)(?!\w)(?!{s}ال)(?!{s}\d)", part_of_present),
)
