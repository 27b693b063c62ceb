"""Years: عام 2000، 2003-2004، عامي 2010 و2011، عام ألفين وأربعة، العام 1436هـ."""

import re
from itertools import pairwise

from khabar.dates.calendar import hijri_year, year_text
from khabar.dates.found import NO_CALENDAR, Doubt, Found, Reading, Story
from khabar.dates.resolve import Place
from khabar.dates.rules.rule import Rule

_HIJRI_YEARS = range(1400, 1461)
_HIJRI_BESIDE = range(1300, 1461)
_ROUND = 100
_PLAUSIBLE = range(1800, 2101)
_SPELLED = range(1400, 2101)


def _settle(place: Place, text: str) -> Found | Doubt:
    """A year in four digits, with its era if told."""
    year, era = int(text[:4]), text[4:].strip()
    if era.startswith("ه") or (not era and year in _HIJRI_YEARS):
        value = hijri_year(year)
        return Found(*place, value, "year", "text", "hijri", f"{year:04}") if value else Doubt(*place, NO_CALENDAR)
    return Found(*place, f"{year:04}", "year", "text")


def _before_christ(match: re.Match[str], story: Story) -> bool:
    """Whether the years are those before Christ."""
    return bool(story.cues.before_christ_after.match(story.text, match.end()))


def year_with_word(match: re.Match[str], story: Story) -> Reading:
    """عام 2000"""
    if _before_christ(match, story):
        return (Doubt(*match.span(), NO_CALENDAR),)
    if match["word"] in ("سنوات", "السنوات") and match["year"].endswith("0"):  # سنوات 1990: all ten of them
        return (Found(*match.span(), match["year"][:3], "decade", "text"),)
    return (_settle(match.span(), match["year"]),)


def years(match: re.Match[str], story: Story) -> Reading:
    """عامي 2010 و2011: each year for itself."""
    if _before_christ(match, story):
        return (Doubt(*match.span(), NO_CALENDAR),)
    parts = list(story.cues.year.finditer(story.text, match.start("years"), match.end("years")))
    numbers = [int(part[0][:4]) for part in parts]
    if not match["word"] and not _sure_range(match, story, numbers):
        return ()
    era = parts[-1][0][4:]
    if len(parts) == 2 and numbers[0] in _HIJRI_BESIDE and numbers[1] in _PLAUSIBLE:  # 1350/ 1931: one year in both calendars
        parts[0:1], era = [], ""
    first = match.start() if match["word"] and match["word"] in ("عام", "سنه", "العام", "السنه") else parts[0].start()
    places = [(first, parts[0].end()), *(part.span() for part in parts[1:])]
    texts = [part[0] if len(part[0]) > 4 or not era.strip().startswith("ه") else part[0] + era for part in parts]
    return tuple(_settle(place, text) for place, text in zip(places, texts, strict=True))


def _sure_range(match: re.Match[str], story: Story, numbers: list[int]) -> bool:
    """Whether years without عام are years: all of one time, rising."""
    plausible = all(number in _PLAUSIBLE or number in _HIJRI_YEARS for number in numbers)
    rising = all(first < second <= first + 120 for first, second in pairwise(numbers))
    return plausible and rising and not story.cues.number_before.search(story.before(match.start()))


def bare_year(match: re.Match[str], story: Story) -> Reading:
    """في 2014: only after a word that years follow."""
    number = int(match["year"][:4])
    before = story.before(match.start())
    if number not in _PLAUSIBLE and not match["year"][4:].strip():
        return ()
    if match["year"][4:].strip() or story.cues.year_part_before.search(before):
        return (_settle(match.span(), match["year"]),)
    if number % _ROUND == 0 or story.cues.number_before.search(before) or not story.cues.year_before.search(before):
        return ()
    return (_settle(match.span(), match["year"]),)


def year_of_chronicle(match: re.Match[str], story: Story) -> Reading:
    """1956 - what happened: the year opens its line."""
    return (_settle(match.span("year"), match["year"]),) if int(match["year"]) in _PLAUSIBLE else ()


def year_in_brackets(match: re.Match[str], story: Story) -> Reading:
    """(2014)"""
    return (_settle(match.span("year"), match["year"]),) if int(match["year"]) in _PLAUSIBLE else ()


def spelled_year_alone(match: re.Match[str], story: Story) -> Reading:
    """في ألف وتسعمئة وثمانية وأربعين: without عام only what cannot well be a sum."""
    number = story.fragments.count(match["number"]) or 0
    return spelled_year(match, story) if number in _SPELLED and number % _ROUND else ()


def spelled_year(match: re.Match[str], story: Story) -> Reading:
    """عام ألفين وأربعة"""
    number = story.fragments.count(match["number"])
    value = year_text(number) if number and number >= _ROUND else None
    return (Found(*match.span(), value, "year", "text"),) if value else ()


def short_year(match: re.Match[str], story: Story) -> Reading:
    """عام 67, as newspapers name the wars of the last century."""
    return (Found(*match.span(), f"19{match['year']}", "year", "text"),)


_AND = r"(?:{o}[-–/]{o}|{o}،?{o}و{o}|{o}،{o}|{s}و?(?:الي|حتي){s}(?:(?:عام|سنه|العام){s})?)"
_LIST = rf"(?P<years>{{year}}(?:{_AND}{{year}}){{1,9}})"

RULES = (
    Rule("years", ("year_word", "four"), rf"(?:(?P<word>{{year_word}}){{s}}\(?)?{_LIST}", years),
    Rule("year_with_word", ("year_word",), r"(?P<word>{year_word}){o}[(،,]?{o}(?P<year>{year})", year_with_word),
    Rule("spelled_year", ("year_word",), r"{year_word_one}{s}(?P<number>{cardinals})", spelled_year),
    Rule("spelled_year_alone", ("thousand",), r"(?<=في )(?P<number>الف{s}و?{o}{cardinals})(?!{s}{counted})", spelled_year_alone),
    Rule("short_year", ("year_word",), r"(?:عام|سنه){s}(?P<year>[4-9]\d)(?:م(?!\w))?(?!\d|[.,:/]\d|%|{s}{counted})", short_year),
    Rule("bare_year", ("four",), r"(?P<year>{year})", bare_year),
    Rule("year_of_chronicle", ("four",), r"(?:(?<![^\n•.])|(?<=[.\n•] ))(?P<year>{four})(?={o}م?{o}[-–:]{o}[^\W\d_])", year_of_chronicle),
    Rule("year_in_brackets", ("four",), r"(?<=\()(?P<year>{four})(?=\))", year_in_brackets),
)
