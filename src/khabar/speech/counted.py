"""Money, percent, ranges, decimals and counted things as a newsreader says them."""

import re

from khabar.speech.numbers import LARGEST, PLAIN, Counting, cardinal, definite, digits, fraction, ordinal
from khabar.speech.words import SpokenWords

# Figures with more digits than this are said one by one.
_DIGITS = 15
_N = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_SCALE = r"ألف|آلاف|مليون|ملايين|مليار|مليارات|بليون|تريليون|تريليونات"
_BEHIND = r"(?:\s+([^\W\d_]+[\u064b-\u0652]*))?"
_PERCENT = re.compile(rf"(?<![\w.])([وف]?[بلك]?)(?:[%]\s?({_N})|({_N})\s?(?:%|(?:في|ب)\s?(?:ال)?(?:مئة|مائة|المئة|المائة)(?!\w)))")
_MONEY = re.compile(rf"(?<![\w.])([وف]?[بلك]?)(?:([$€£¥₪])\s?({_N})(?:\s({_SCALE}))?|({_N})(?:\s({_SCALE}))?\s?([$€£¥₪]))")
_FRACTION = re.compile(r"(?<![\d/])([1-9])/(\d{1,2})(?![\d/])")
_SCORE = re.compile(r"(?<=بنتيجة )(\d{1,2})\s?[-–/]\s?(\d{1,2})(?!\d)")
_PLUS = re.compile(r"(?<!\d)(\d{1,2})\s?\+\s?(\d{1,2})(?!\d)")
_RANGE = re.compile(rf"(?<![\w.,-])([وبل]?)(من\s|بين\s|ما بين\s)?({_N})\s?[-–—]\s?({_N})(?![\d-])(\s?%|\s(?:في|ب)\s?(?:ال)?م[ئا]+ة(?!\w))?{_BEHIND}")
_DEFINITE = re.compile(rf"(?:([^\W\d_]+)\s)?(?<!\w)([وبل]?)(?:ال|لل)\s?({_N}){_BEHIND}")
_SCALED = re.compile(rf"(?<![\w.])([وف]?[بلك]?)(\d+)[.,](\d+)\s({_SCALE})(?!\w)")
_COUNTED = re.compile(rf"(?<![\d.,])([وف]?[بلك]?)(?<![\d])({_N})(?![\d]){_BEHIND}")


def whole(figure: str) -> tuple[int, str]:
    """The number that figures tell, «1,250» or «2.5»: the part before the point, and the digits behind it."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
        figure = figure.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3}){2,}", figure):
        figure = figure.replace(".", "")
    before, _, behind = figure.replace(",", ".").partition(".")
    return (int(before) if len(before) <= _DIGITS else LARGEST), behind


def say(figure: str, how: Counting) -> str:
    """Figures in words: a whole number, a decimal «اثنين فاصلة خمسة», digits one by one where there are too many."""
    number, behind = whole(figure)
    if number >= LARGEST or (len(figure) > 6 and figure.startswith("0")):
        return digits(figure)
    if not behind:
        return digits(figure) if len(figure) > 1 and figure.startswith("0") else cardinal(number, how)
    plain = how._replace(gender="m", before_noun=False)
    zeros = " ".join(["صفر"] * (len(behind) - len(behind.lstrip("0"))))
    rest = (cardinal(int(behind), plain) if len(behind) <= _DIGITS else digits(behind)) if behind.strip("0") else ""
    return " ".join(x for x in (cardinal(number, plain), "فاصلة", zeros, rest) if x)


def percent(text: str, words: SpokenWords) -> str:
    """45%, 45 في المئة"""

    def tell(match: re.Match[str]) -> str:
        figure = match[2] or match[3]
        return f"{match[1]}{say(figure, words.counting(text, match.start(), '', match[1]))} في المئة"

    return _PERCENT.sub(tell, text)


def money(text: str, words: SpokenWords) -> str:
    """$100, 5 ملايين $"""

    def tell(match: re.Match[str]) -> str:
        joined, sign, figure, scale = (match[1], match[2], match[3], match[4]) if match[2] else (match[1], match[7], match[5], match[6])
        unit = words.units[sign]
        if scale:
            return f"{joined}{figure} {scale} {unit[0]}"
        return f"{joined}{_with_unit(figure, unit, words.counting(text, match.start(), unit[0], joined))}"

    return _MONEY.sub(tell, text)


def _with_unit(figure: str, unit: tuple[str, str, str], how: Counting) -> str:
    """A number with its unit in the form it wants: خمسة كيلومترات، خمسة عشر كيلومتراً، مئة كيلومتر."""
    number, behind = whole(figure)
    if behind or number >= LARGEST:
        return f"{say(figure, how)} {unit[0]}"
    if number == 1:
        return unit[0]
    if number == 2 and " " not in unit[0]:
        dual = unit[0].removesuffix("ة") + ("ت" if unit[0].endswith("ة") else "")
        return f"{cardinal(2, how)} {unit[0]}" if unit[0].endswith("و") else dual + ("ان" if how.case == "nominative" else "ين")
    last = number % 100
    form = unit[1] if 3 <= last <= 10 else unit[2] if last >= 11 else unit[0]
    return f"{cardinal(number, how._replace(before_noun=True))} {form}"


def fractions(text: str, words: SpokenWords) -> str:
    """2/3 of something, 5+1, a score"""
    text = _SCORE.sub(lambda m: f"{cardinal(int(m[1]))} مقابل {cardinal(int(m[2]))}", text)
    text = _PLUS.sub(lambda m: f"{cardinal(int(m[1]))} زائد {cardinal(int(m[2]))}", text)
    return _FRACTION.sub(lambda m: fraction(int(m[1]), int(m[2])) or m[0], text)


def ranges(text: str, words: SpokenWords) -> str:
    """20-30 شخصا"""

    def tell(match: re.Match[str]) -> str:
        joined, before, low, high, sign, noun = match.groups()
        if whole(low)[0] >= whole(high)[0] or low.startswith("0"):
            return match[0]
        how = words.counting(text, match.start(), noun or "", "ب")
        link = " و" if before and "بين" in before else " إلى "
        last = f"{say(high, how)} في المئة" if sign else say(high, how)
        return f"{joined}{before or 'من '}{say(low, how._replace(before_noun=False))}{link}{last}" + (f" {noun}" if noun else "")

    return _RANGE.sub(tell, text)


def definites(text: str, words: SpokenWords) -> str:
    """الـ54, الدورة الـ31"""

    def tell(match: re.Match[str]) -> str:
        before, joined, figure, noun = match.groups()
        number, behind = whole(figure)
        gender = words.ordered.get(before or "")
        told = ordinal(number, gender) if gender is not None and not behind else ""
        if not told:
            told = definite(number, Counting(words.gender(noun) if noun else "m", "oblique", False)) if not behind and number < LARGEST else "ال" + say(figure, Counting())
        told = ("لل" + told[2:] if joined == "ل" else joined + told)
        return " ".join(x for x in (before, told, noun) if x)

    return _DEFINITE.sub(tell, text)


def decimals_of_scale(text: str, words: SpokenWords) -> str:
    """2.5 مليون is «مليونين ونصف المليون»"""
    names = {"ألف": ("ألف", "آلاف"), "مليون": ("مليون", "ملايين"), "مليار": ("مليار", "مليارات"), "تريليون": ("تريليون", "تريليونات"), "بليون": ("مليار", "مليارات")}

    def tell(match: re.Match[str]) -> str:
        joined, before, behind, scale = match.groups()
        one = next((n for n, (_, some) in names.items() if scale in (n, some)), scale)
        how = words.counting(text, match.start(), "مليون", joined)
        if behind.rstrip("0") not in ("5", "25", "75") or one not in names or len(behind) == 3:
            return f"{joined}{say(f'{before}.{behind}', how)} {scale}"
        part = {"5": "نصف", "25": "ربع", "75": "ثلاثة أرباع"}[behind.rstrip("0")]
        count, (single, some) = whole(before)[0], names[one]
        if count == 0:
            return f"{joined}{part} {single}"
        told = _with_unit(before, (single, some, single + "اً"), how)
        return f"{joined}{told} و{part} ال{single}"

    return _SCALED.sub(tell, text)


def units(text: str, words: SpokenWords) -> str:
    """5 كم, 30°"""
    known = "|".join(re.escape(u) for u in sorted(words.units, key=len, reverse=True) if u not in "$€£¥₪")
    pattern = re.compile(rf"(?<![\w.])([وبل]?)({_N})\s?({known})(?!\w)")
    return pattern.sub(lambda m: f"{m[1]}{_with_unit(m[2], words.units[m[3]], words.counting(text, m.start(), words.units[m[3]][0], m[1]))}", text)


def _following(text: str, place: int) -> str:
    """The word after `place`, "" where a sign stands there."""
    found = re.match(r"\s+([^\W\d_]+)", text[place : place + 30])
    return found[1] if found else ""


def counted(text: str, words: SpokenWords) -> str:
    """What figures are left: 20 شخصا, القرار 2216"""

    def tell(match: re.Match[str]) -> str:
        joined, figure, noun = match.groups()
        number, behind = whole(figure)
        how = words.counting(text, match.start(), noun or "", joined)
        if number == 1 and not behind and how.before_noun and noun in ("مليون", "مليار", "ألف"):
            return f"{joined}{noun}"
        if number == 2 and not behind and noun in ("مليون", "مليار", "ألف", "تريليون"):
            ending = "ا" if how.case == "nominative" else "ي"
            return f"{joined}{noun}{ending}" + ("" if words.is_noun(_following(text, match.end())) else "ن")
        return f"{joined}{say(figure, how)}" + (f" {noun}" if noun else "")

    text = _COUNTED.sub(tell, text)
    return re.sub(r"[0-9]+", lambda m: f" {say(m[0], PLAIN)} ", text)
