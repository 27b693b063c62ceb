"""Months: يوليو/تموز الماضي، شهر رمضان، نوفمبر الفارط، نيسان - أبريل."""

import re

from khabar.dates.found import Doubt, Reading, Story
from khabar.dates.resolve import exact_month, open_month
from khabar.dates.rules.days import YEAR, the_year
from khabar.dates.rules.rule import Rule
from khabar.dates.words import Month

# Events that are called after their month: ثورة فبراير، حرب تموز.
_NAMING = re.compile(r"(?:ثوره|حرب|انتفاضه|انقلاب) $")
_AFTER_NUMBER = re.compile(r"\d\s?$")


def month(match: re.Match[str], story: Story) -> Reading:
    """شهر أيار 2024"""
    name = match["month"]
    if story.cues.each_after.match(story.text, match.end()) or _AFTER_NUMBER.search(story.before(match.start())):
        return ()
    if story.cues.named_before.search(story.before(match.start())) or (name in story.fragments.cued and not _company(match, story)):
        return ()
    if name == "اب" and _printed(match, story)[0] in "أإ":  # إب is a town, أب a father; the month is آب
        return ()
    return _settle(match, story, story.fragments.month(name))


def _printed(match: re.Match[str], story: Story) -> str:
    """The month's name as it is printed."""
    start, end = story.folded.source(*match.span("month"))
    return story.folded.raw[start:end]


def _company(match: re.Match[str], story: Story) -> bool:
    """Whether a word that may mean something else (مارس، آب، رمضان) is surely a month here."""
    told = match["year"] or match["tail"] or match["of"] or match["same"] or match["this"] or match["spelled"] or match["selfsame"]
    if match.end("month") < match.end() and told:
        return True
    return match[0].startswith("شهر") or bool(story.cues.month_before.search(story.before(match.start())))


def month_number(match: re.Match[str], story: Story) -> Reading:
    """شهر 3"""
    return _settle(match, story, Month(int(match["month"]), "gregorian", (), (), ()))


def _settle(match: re.Match[str], story: Story, named: Month) -> Reading:
    """The month in its year."""
    place = match.span()
    year = the_year(match, story, place, named)
    if isinstance(year, Doubt):
        return (year,)
    if not year and story.cues.event_before.search(story.before(place[0])) and _NAMING.search(story.before(place[0])):
        return (Doubt(*place, "which year the name of the event means is open"),)
    return (exact_month(place, year, named) if isinstance(year, int) else open_month(story, place, named, year),)


RULES = (
    Rule("month", ("month", "one"), rf"(?:شهر{{s}})?(?P<month>{{month}}){YEAR}", month),
    Rule("rare_month", ("one",), rf"شهر{{s}}(?P<month>{{rare_month}}){YEAR}", month),
    Rule("month_number", ("one",), rf"شهر{{s}}(?P<month>0?[1-9]|1[0-2])(?!\d|[./:,]\d){YEAR}", month_number),
)
