"""Days of a month: السابع من مايو/أيار الماضي، 12 رمضان 1445هـ، يومي 5 و6 حزيران."""

import re

from khabar.dates.calendar import hijri_today, month_later
from khabar.dates.found import NO_DAY, NOTHING_TOLD, Doubt, Found, Reading, Story
from khabar.dates.resolve import SHIFT, Place, exact_day, open_day, told_year
from khabar.dates.rules.rule import Rule
from khabar.dates.words import Month

# What may stand before the day, all one date with it: غداً الثلاثاء الموافق …
LEAD = (
    r"(?:(?:(?:يوم{s})?(?P<lead>{today}){o}[،,(]?{o})?(?:يوم{s})?(?:(?P<weekday>{weekday})(?:{o}[)،,])?{o})?"
    r"(?:(?:ال)?موافق(?:{s}يوم|{s}ل)?{o})?(?:يوم{s})?)"
)
# What may stand after the month: its year, or which of the years is meant.
YEAR = (
    r"(?:(?:{o}[,،/\-–]?{o}(?:(?:من|في|ل){s})?{yearly}?(?P<year>{year}))"
    r"|{s}(?:(?:من{s})?{yearly}|من{s}(?=الف))(?P<spelled>{cardinals})"
    r"|{o}(?P<tail>{tail})"
    r"|{s}(?:(?:من|في){s})?(?:العام|السنه|للعام|للسنه){s}(?:(?P<of>{tail})|(?P<same>{same}))"
    r"|{s}(?:من{s}|في{s})?(?P<selfsame>(?:نفس|ذات){s}(?:العام|السنه)(?!\w))"
    r"|{s}(?:من{s}|في{s})?(?P<this>هذا{s}العام|هذه{s}السنه))?"
)
_CHRONICLE = 300
_DAY = r"(?:{digits}|(?>{ordinal}))"
_NEXT = r"(?:{o}[-–/،]{o}|{o}و{o}|{s}(?:او|و?الي|و?حتي|و?لغايه){s})"
_OF = r"(?:{o}[./\-–]?{o}(?:من{s})?(?:(?:ل|ب)?شهر{s})?)"
_MONTH_NUMBER = Month(0, "gregorian", (), (), ())


def the_year(match: re.Match[str], story: Story, place: Place, month: Month) -> int | str | Doubt:
    """The year a phrase names, or by which word (الماضي …, or none) it is to be found."""
    if match["year"]:
        return int(match["year"][:4])
    if match["spelled"]:
        return story.fragments.count(match["spelled"]) or Doubt(*place, "a year in words that do not add up")
    if match["selfsame"]:
        return told_year(story, place, 0)
    if match["same"]:
        return told_year(story, place, {"same": 0, "next": 1, "previous": -1}[story.fragments.key("same", match["same"])])
    if match["of"] or match["this"]:
        if story.today is None:
            return Doubt(*place, NO_DAY)
        shift = SHIFT[story.fragments.key("tail", match["of"])] if match["of"] else 0
        year = story.today.year
        if month.calendar == "hijri":
            hijri = hijri_today(story.today)
            year = hijri[0] if hijri else year
        return year + shift
    return story.fragments.key("tail", match["tail"]) if match["tail"] else _borrowed(match, story)


def _borrowed(match: re.Match[str], story: Story) -> int | str:
    """The year that stands only at the end of a range (من 28 مايو إلى 3 يونيو 2015), or at the head of a line of history (1965 - …)."""
    later = story.cues.borrowed.match(story.text, match.end())
    if later is None:
        chronicle = story.cues.chronicle_before.search(story.before(match.start(), _CHRONICLE))
        return int(chronicle["year"]) if chronicle else ""
    return int(later["year"][:4]) if later["year"] else story.fragments.key("tail", later["tail"])


def _settle(match: re.Match[str], story: Story, place: Place, day: int, month: Month) -> Found | Doubt:
    """One day of the month that the phrase names."""
    known = known_day(match, story, place, month, day)
    if known is not None:
        return known
    year = the_year(match, story, place, month)
    if isinstance(year, Doubt):
        return year
    if isinstance(year, int):
        return exact_day(place, year, month, day)
    weekday = match["weekday"] if "weekday" in match.groupdict() and "days" not in match.groupdict() else None
    return open_day(story, place, month, day, year, story.fragments.weekday(weekday) if weekday else None)


def known_day(match: re.Match[str], story: Story, place: Place, month: Month, day: int) -> Found | None:
    """A day that history has made a name: ثورة 25 يناير."""
    if match["year"] or match["tail"] or match["of"] or match["same"] or match["spelled"] or match["selfsame"]:
        return None
    leading = story.cues.event_before.search(story.before(place[0]))
    year = story.fragments.words.remembered.get((month.number, day)) if leading and month.calendar == "gregorian" else None
    if year is None or (story.published and story.published.year < year):
        return None
    found = exact_day(place, year, month, day)
    return found if isinstance(found, Found) else None


def day_number(story: Story, word: str) -> int:
    """The day that digits or an ordinal name."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else story.fragments.number("ordinal", word)


def _named(story: Story, start: int) -> bool:
    """Whether the day is the name of a street, a town, a party (شارع 14 جانفي), or the number of something else: الأسبوع الأول من مايو."""
    if not story.text[start].isdigit() and story.cues.share_before.search(story.before(start)):
        return True
    return not story.text.startswith("يوم", start) and bool(story.cues.named_before.search(story.before(start)))


def day_of_month(match: re.Match[str], story: Story) -> Reading:
    """12 أيار 2024"""
    if _named(story, match.start()) or story.cues.each_after.match(story.text, match.end()):
        return ()
    month = story.fragments.month(match["month"])
    return (_settle(match, story, span_from(match, "day"), day_number(story, match["day"]), month),)


def span_from(match: re.Match[str], day: str) -> Place:
    """The phrase with its weekday, or from the day on: يوم alone is no part of the date."""
    return match.span() if match["weekday"] or match["lead"] else (match.start(day), match.end())


def days_of_month(match: re.Match[str], story: Story) -> Reading:
    """الـ28 و29 مارس الماضي: each day for itself, the last with the month."""
    if _named(story, match.start()):
        return ()
    month = story.fragments.month(match["month"])
    found = []
    last = match.start("day")
    for part in story.cues.day.finditer(story.text, match.start("days"), match.end("days")):
        start = span_from(match, "days")[0] if part.start() == match.start("days") else part.start()
        found.append(_settle(match, story, (start, part.end()), day_number(story, part[0]), month))
    found.append(_settle(match, story, (last, match.end()), day_number(story, match["day"]), month))
    return tuple(found)


def month_first(match: re.Match[str], story: Story) -> Reading:
    """يناير الثاني والعشرين، 2018"""
    month = story.fragments.month(match["month"])
    return (_settle(match, story, match.span(), day_number(story, match["day"]), month),)


def day_of_this_month(match: re.Match[str], story: Story) -> Reading:
    """15 من الشهر الجاري"""
    if story.today is None:
        return (Doubt(*match.span(), NO_DAY),)
    if match["same"]:
        told = story.last("day", "month")
        if told is None:
            return (Doubt(*match.span(), NOTHING_TOLD),)
        shift = {"same": 0, "next": 1, "previous": -1}[story.fragments.key("same", match["same"])]
        year, month = month_later(story.today.replace(year=int(told.value[:4]), month=int(told.value[5:7]), day=1), shift)
        basis: str = "relative"
    else:
        shift = SHIFT[story.fragments.key("tail", match["tail"])] if match["tail"] else 0
        year, month = month_later(story.today, shift)
        basis = "published"
    found = exact_day(match.span(), year, _MONTH_NUMBER._replace(number=month), day_number(story, match["day"]))
    if isinstance(found, Doubt):
        return (found,)
    return (found._replace(basis="relative" if basis == "relative" else "published"),)


def first_of_month(match: re.Match[str], story: Story) -> Reading:
    """غرة شوال"""
    month = story.fragments.month(match["month"])
    return (_settle(match, story, match.span(), 1, month),)


_BEGINS = ("digits", "ordinal", "day", "weekday", "today")
RULES = (
    Rule(
        "days_of_month",
        _BEGINS,
        rf"{LEAD}(?P<days>{_DAY}(?:{_NEXT}{_DAY}){{0,9}}?){_NEXT}(?P<day>{_DAY}){_OF}(?P<month>{{month}}){YEAR}",
        days_of_month,
    ),
    Rule("day_of_month", _BEGINS, rf"{LEAD}(?P<day>{_DAY}){_OF}(?P<month>{{month}}){YEAR}", day_of_month),
    Rule(
        "day_of_rare_month",
        _BEGINS,
        rf"{LEAD}(?P<day>{_DAY}){_OF}(?P<month>{{rare_month}})(?P<tail>)(?P<of>)(?P<same>)(?P<this>)(?P<spelled>)(?P<selfsame>)"
        r"{o}(?:(?:من|في|ل){s})?{yearly}?(?P<year>{year})",
        day_of_month,
    ),
    Rule(
        "month_first",
        ("month", "weekday"),
        rf"{LEAD}(?P<month>{{month}})(?:{{o}}-(?P<dash>)|{{s}})(?P<day>{{ordinal}}|(?(dash){{digits}}|{{digits}}(?={{o}}[,،]{{o}}{{four}}))){YEAR}",
        month_first,
    ),
    Rule(
        "day_of_this_month",
        _BEGINS,
        rf"{LEAD}(?P<day>{_DAY}){{s}}من{{s}}(?:(?:ال)?شهر{{s}}|هذا{{s}}(?P<this>الشهر(?!\w)))?(?(this)|(?:(?P<tail>{{tail}})|(?P<same>{{same}})))",
        day_of_this_month,
    ),
    Rule(
        "day_and_tail",
        ("digits",),
        r"(?:(?<=يوم )|(?<=في )|(?<=ال)|(?<=حتي )|(?<=تاريخ ))(?P<day>{digits}){s}(?P<tail>{tail_masculine})(?P<same>)",
        day_of_this_month,
    ),
    Rule("first_of_month", ("new_moon",), rf"غره{{s}}(?:شهر{{s}})?(?P<month>{{hijri}}){YEAR}", first_of_month),
)
