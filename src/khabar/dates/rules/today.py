"""Days counted from the day of the report: اليوم الجمعة، أمس الأول، غداً الثلاثاء."""

import re

from khabar.dates.calendar import days_later, weekday_near
from khabar.dates.found import NO_DAY, Doubt, Found, Reading, Story
from khabar.dates.resolve import day_away
from khabar.dates.rules.rule import Rule

_BYLINE = 60
_TITLE_END = re.compile(r"\s?[»\"”)]")
_NEWSPAPER = re.compile(r"[«\"“(]\s?(?:\w+ )?$")


def today_weekday(match: re.Match[str], story: Story) -> Reading:
    """أمس (الأحد): the weekday tells the day where the report was printed later than written."""
    if story.published is None:
        return (Doubt(*match.span(), NO_DAY),)
    shift = _shift(match, story)
    there = days_later(story.published, shift)
    named = weekday_near(there, story.fragments.weekday(match["weekday"]), -6, 1) if there else None
    return (Found(*match.span(), named.isoformat(), "day", "published"),) if named else ()


def _shift(match: re.Match[str], story: Story) -> int:
    """How many days later."""
    return int(story.fragments.key("today", match["today"]))


def today(match: re.Match[str], story: Story) -> Reading:
    """أمس"""
    shift = _shift(match, story)
    if _titled(match, story) or (shift == 0 and not _this_day(match, story)):
        return ()
    if shift == -1 and story.cues.once_before.search(story.before(match.start())):
        return ()
    if shift == 1 and story.cues.not_tomorrow_before.search(story.before(match.start())):
        return ()
    if story.today is None:
        return (Doubt(*match.span(), NO_DAY),)
    return (day_away(match.span(), story.today, shift, "published"),)


def _titled(match: re.Match[str], story: Story) -> bool:
    """Whether the word is all, or the end, of a title between marks («اليوم»، «الغد») or no day told by it (في أمس الحاجة، الليلة الفاصلة بين)."""
    before, after = story.before(match.start()), story.text[match.end() : match.end() + 12]
    return bool((_NEWSPAPER.search(before) and _TITLE_END.match(after)) or after.startswith((" الحاجه", " حاجه", " الفاصله")))


def _this_day(match: re.Match[str], story: Story) -> bool:
    """Whether اليوم is this day, not a day of another kind (اليوم الوطني) nor the newspaper «اليوم»."""
    if match["today"].strip() not in ("اليوم", "ليوم"):
        return True
    before = story.before(match.start())
    after = story.text[match.end() : match.end() + 40]
    if story.cues.not_today_after.match(after) or story.cues.not_today_before.search(before):
        return False
    byline = match.start() < _BYLINE and "\n" not in story.text[: match.start()].strip() and re.match(r"\s*[-–—:/]", after)
    return not byline


def today_really(match: re.Match[str], story: Story) -> Reading:
    """اليوم (أمس): the newspaper's gloss says which day was meant."""
    if story.published is None:
        return (Doubt(*match.span(), NO_DAY),)
    return (day_away(match.span(), story.published, int(story.fragments.key("today", match["really"])), "published"),)


RULES = (
    Rule(
        "today_weekday",
        ("today", "day"),
        r"(?:يوم{s})?(?P<today>{today})(?:{o}[،,]{o}|{s})(?:يوم{s})?(?P<weekday>{weekday})",
        today_weekday,
    ),
    Rule(
        "today_weekday_in_brackets",
        ("today", "day"),
        r"(?:يوم{s})?(?P<today>{today}){o}[(\-–]{o}(?:يوم{s})?(?P<weekday>{weekday})(?:{o}[)\-–])?",
        today_weekday,
    ),
    Rule("today_really", ("today",), r"(?P<today>{today}){o}\({o}(?P<really>{today}){o}\)", today_really),
    Rule("today", ("today", "day"), r"(?:يوم{s})?(?P<today>{today})", today),
)
