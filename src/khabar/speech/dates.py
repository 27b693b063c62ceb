"""Dates, years and clock times as a newsreader says them."""

import re

from khabar.speech.numbers import Counting, cardinal, ordinal, year
from khabar.speech.words import SpokenWords

_MONTH_NAMES = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
_DAY_FIRST = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/-])")
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?![\d/-])")
_HIJRI = re.compile(r"(?<!\d)(1[34]\d\d)\s?(?:هـ|هجرية|هجري|ه)(?!\w)")
_GREGORIAN = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)\s?(?:م|ميلادية|ميلادي)(?!\w)")
_YEARS = re.compile(r"(?<![\d/.,-])((?:1[5-9]|20)\d\d)\s?[-–—/]\s?((?:1[5-9]|20)\d\d)(?![\d/.,-])")
_OF_YEAR = re.compile(r"((?:^|\s)[وفبل]?(?:ال)?(?:عام|سنة|عامي|سنتي|منذ|صيف|شتاء|خريف|ربيع|حتى|انتخابات|مونديال|حرب))\s\(?((?:1[5-9]|20)\d\d)\)?(?:\s?و\s?((?:1[5-9]|20)\d\d))?(?![\d:.,%])")
_BRACKETED = re.compile(r"\((?:عام )?((?:1[5-9]|20)\d\d)\)")
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?![\d:.])(?=\s*(?:ص|م|صباح|مساء|ظهر|بعد|بتوقيت|ت\.?غ|فجر|ليل|عصر|\)|،|$|\.|,|يوم|من|في|و|أمس|اليوم|الجمعة))")
_CLOCK_HALF = re.compile(r"^(\s*)(ص|م)(?!\w)")
_HOUR = re.compile(r"(الساعة\s(?:ال)?)(\d{1,2})(?![\d:.])")


def numeric_dates(text: str, words: SpokenWords) -> str:
    """19/6/2024 and 2024-06-19"""
    text = _DAY_FIRST.sub(lambda m: _day(int(m[1]), int(m[2]), int(m[3])) or m[0], text)
    return _YEAR_FIRST.sub(lambda m: _day(int(m[3]), int(m[2]), int(m[1])) or m[0], text)


def _day(day: int, month: int, of: int) -> str:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ""
    return f"{ordinal(day)} من {_MONTH_NAMES[month - 1]} عام {year(of)}"


def _months(words: SpokenWords) -> str:
    return "(?:" + "|".join(re.escape(m) for m in words.months) + ")"


def month_days(text: str, words: SpokenWords) -> str:
    """19 يونيو/ حزيران 2024, 12 و13 آب (أغسطس), 19-21 يونيو"""
    one = _months(words)
    named = rf"({one})(?:\s?/\s?({one})|\s?\(\s?({one})\s?\))?(?!\w)(?:[\s،]\s?((?:1[3-9]|20)\d\d)(?![\d.,%]))?"

    def tell(match: re.Match[str], days: str) -> str:
        month, second, third, of = match.groups()[-4:]
        told = " ".join(m for m in (month, second or third) if m)
        return f"{days}{told}" + (f" عام {year(int(of))}" if of else "")

    def ranged(match: re.Match[str]) -> str:
        first, last = ordinal(int(match[2])), ordinal(int(match[3]))
        if not first or not last:
            return match[0]
        return tell(match, f"{match[1]}من {first} إلى {last} من " if not match[1] else f"{match[1]}{first} إلى {last} من ")

    def paired(match: re.Match[str]) -> str:
        first, last = ordinal(int(match[2])), ordinal(int(match[3]))
        return tell(match, f"{_joined(match[1], first)} و{last} من ") if first and last else match[0]

    def single(match: re.Match[str]) -> str:
        day = ordinal(int(match[2]))
        return tell(match, f"{_joined(match[1], day)} من ") if day and int(match[2]) <= 31 else match[0]

    text = re.sub(rf"(?<![\d/.,-])(من\s)?(\d{{1,2}})\s?[-–]\s?(\d{{1,2}})\s(?:من\s)?{named}", ranged, text)
    text = re.sub(rf"(?<![\d/.,-])([وبل]?)(\d{{1,2}})\sو\s?(\d{{1,2}})\s(?:من\s)?(?:شهر\s)?{named}", paired, text)
    text = re.sub(rf"(?<![\d/.,-])([وبل]?)(\d{{1,2}})\s(?:من\s)?(?:شهر\s)?{named}", single, text)
    text = re.sub(rf"(?<!\w)([وبل]?{one})(?:\s?/\s?({one})|\s?\(\s?({one})\s?\))(?!\w)(?:\s((?:1[3-9]|20)\d\d)(?![\d.,%]))?", lambda m: tell(m, ""), text)
    return re.sub(rf"(?<!\w)([وبل]?{one})\s((?:1[3-9]|20)\d\d)(?![\d.,%])", lambda m: f"{m[1]} عام {year(int(m[2]))}", text)


def _joined(clitic: str, words: str) -> str:
    """Words with a clitic: بالتاسع, للتاسع."""
    return "لل" + words[2:] if clitic == "ل" and words.startswith("ال") else clitic + words


def years(text: str, words: SpokenWords) -> str:
    """عام 2024, 2011-2015, 1445هـ, (2019)"""
    text = _HIJRI.sub(lambda m: f"{year(int(m[1]))} للهجرة", text)
    text = _GREGORIAN.sub(lambda m: f"{year(int(m[1]))} للميلاد", text)
    text = _YEARS.sub(lambda m: f"{_from(m)}{year(int(m[1]))} إلى {year(int(m[2]))}", text)
    text = _OF_YEAR.sub(lambda m: f"{m[1]} {_said(m[1], int(m[2]))}" + (f" و{_said(m[1], int(m[3]))}" if m[3] else ""), text)
    return _BRACKETED.sub(lambda m: f"، عام {year(int(m[1]))}،", text)


def _from(match: re.Match[str]) -> str:
    """«من», unless a preposition stands there already."""
    before = match.string[: match.start()].split()
    return "" if before and before[-1] in ("من", "بين", "عامي", "خلال", "موسم", "منذ") else "من "


def _said(before: str, number: int) -> str:
    """سنة counts a feminine (سنة ألف وتسعمئة وسبع وستين), everything else as عام does."""
    return cardinal(number, Counting("f" if "سن" in before else "m", "oblique", False))


def clock(text: str, words: SpokenWords) -> str:
    """10:30, الساعة 9"""

    def tell(match: re.Match[str]) -> str:
        hour, minute = int(match[1]), int(match[2])
        return time(hour, minute) if hour < 25 and minute < 60 else match[0]

    out: list[str] = []
    place = 0
    for match in _CLOCK.finditer(text):
        out += [text[place : match.start()], tell(match)]
        place = match.end()
        half = _CLOCK_HALF.match(text[place:])
        if half:
            out.append(" صباحاً" if half[2] == "ص" else " مساءً")
            place += half.end()
    text = "".join(out) + text[place:]
    return _HOUR.sub(lambda m: m[1].removesuffix("ال") + (ordinal(int(m[2]), "f") or m[2]), text)


def time(hour: int, minute: int) -> str:
    """A clock time: العاشرة والنصف, الحادية عشرة إلا الربع."""
    if hour in (0, 24):
        hour = 12
    if minute in (40, 45, 50, 55):
        after = ordinal(hour % 24 + 1 if hour < 23 else 12, "f")
        return f"{after} إلا {({40: 'الثلث', 45: 'الربع', 50: 'عشر دقائق', 55: 'خمس دقائق'})[minute]}"
    told = ordinal(hour, "f")
    if not minute:
        return told
    named = {30: "النصف", 15: "الربع", 20: "الثلث", 1: "دقيقة", 2: "دقيقتين"}.get(minute)
    return f"{told} و{named or _minutes(minute)}"


def _minutes(minute: int) -> str:
    return f"{cardinal(minute, Counting('f', 'oblique', True))} {'دقائق' if minute <= 10 else 'دقيقة'}"
