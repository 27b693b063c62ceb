"""Numbers as a newsreader says them: gender against the counted noun, case, and what a noun behind them does to them."""

from typing import Literal, NamedTuple

Gender = Literal["m", "f"]
Case = Literal["nominative", "oblique"]

_UNITS = {
    "m": ("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
    "f": ("صفر", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
}
_TEENS = {"m": ("أحد عشر", "اثنا عشر"), "f": ("إحدى عشرة", "اثنتا عشرة")}
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
# Scales: one, two without ending, some (three to ten), many (eleven to ninety-nine).
_SCALES = ((10**12, "تريليون", "تريليونات"), (10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف"))
_ORDINALS = {
    "m": ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    "f": ("", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة"),
}
LARGEST = 10**15



class Counting(NamedTuple):
    """How a number is said: the gender of what is counted, the case, and whether what is counted follows at once (مئتا رجل)."""

    gender: Gender = "m"
    case: Case = "oblique"
    before_noun: bool = False


PLAIN = Counting()


def cardinal(number: int, how: Counting = PLAIN) -> str:
    """`number` in words, below 10**15 and not negative: 23 of a masculine noun is «ثلاثة وعشرين», in the nominative «ثلاثة وعشرون»."""
    parts: list[str] = []
    rest = number
    for scale, one, some in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(_scaled(count, one, some, how if not rest else how._replace(before_noun=False)))
    if rest or not parts:
        parts.append(_below_thousand(rest, how))
    return " و".join(parts)


def _scaled(count: int, one: str, some: str, how: Counting) -> str:
    """So many thousands, millions …: ألف، ألفان، ثلاثة آلاف، أحد عشر ألفاً، مئة ألف."""
    if count == 1:
        return one
    if count == 2:
        return one + _dual(how)
    inner = _below_thousand(count, Counting("m", how.case, True))
    last = count % 100
    if 3 <= last <= 10:
        return f"{inner} {some}"
    return f"{inner} {one}" if last in (0, 1, 2) or how.before_noun else f"{inner} {one}اً"


def _dual(how: Counting) -> str:
    ending = "ا" if how.case == "nominative" else "ي"
    return ending if how.before_noun else ending + "ن"


def _below_thousand(number: int, how: Counting) -> str:
    hundreds, rest = divmod(number, 100)
    parts: list[str] = []
    if hundreds == 2:
        parts.append("مئت" + _dual(how if not rest else how._replace(before_noun=False)))
    elif hundreds:
        parts.append(_HUNDREDS[hundreds])
    if rest or not hundreds:
        parts.append(_below_hundred(rest, how))
    return " و".join(parts)


def _below_hundred(number: int, how: Counting) -> str:
    if number == 2:
        return _two(how)
    if number <= 10:
        word = _UNITS[how.gender][number]
        return "ثمانٍ" if word == "ثماني" and not how.before_noun else word
    if number <= 12:
        word = _TEENS[how.gender][number - 11]
        return word if number == 11 or how.case == "nominative" else word.replace("اثنا", "اثني").replace("اثنتا", "اثنتي")
    tens, unit = divmod(number, 10)
    if tens == 1:
        ten = "عشر" if how.gender == "m" else "عشرة"
        return f"{_UNITS[how.gender][unit]} {ten}"
    told = _TENS[tens] + ("ون" if how.case == "nominative" else "ين")
    if not unit:
        return told
    before = _two(how._replace(before_noun=False)) if unit == 2 else "إحدى" if unit == 1 and how.gender == "f" else _UNITS[how.gender][unit]
    return f"{'ثمانٍ' if before == 'ثماني' else before} و{told}"


def _two(how: Counting) -> str:
    stem = "اثنت" if how.gender == "f" else "اثن"
    return stem + ("ان" if how.case == "nominative" else "ين")


def ordinal(number: int, gender: Gender = "m", case: Case = "oblique") -> str:
    """A definite ordinal below a hundred, «الحادي والعشرين»; larger numbers as «المئة والخامس» are not said so: nothing."""
    if not 1 <= number < 100:
        return ""
    if number <= 10:
        return _ORDINALS[gender][number]
    tens, unit = divmod(number, 10)
    first = ("الحادي" if gender == "m" else "الحادية") if unit == 1 else _ORDINALS[gender][unit]
    if tens == 1:
        return f"{first} {'عشر' if gender == 'm' else 'عشرة'}"
    told = _TENS[tens] + ("ون" if case == "nominative" else "ين")
    return f"{first} وال{told}" if unit else f"ال{told}"


def definite(number: int, how: Counting = PLAIN) -> str:
    """A number with ال («الـ54»): الأربعة والخمسين، الخمسة عشر، المئة والخمسة."""
    words = cardinal(number, how).split(" ")
    if 11 <= number <= 19:
        return "ال" + " ".join(words)
    return " ".join("ال" + word if n == 0 else "وال" + word[1:] if word.startswith("و") else word for n, word in enumerate(words))


def fraction(above: int, below: int) -> str:
    """A common fraction, «ثلثي»; nothing for others."""
    names = {2: "نصف", 3: "ثلث", 4: "ربع", 5: "خمس", 6: "سدس", 7: "سبع", 8: "ثمن", 9: "تسع", 10: "عشر"}
    many = {3: "أثلاث", 4: "أرباع", 5: "أخماس", 6: "أسداس", 7: "أسباع", 8: "أثمان", 9: "أتساع", 10: "أعشار"}
    if below not in names or not 0 < above < below:
        return ""
    if above == 1:
        return names[below]
    if above == 2:
        return names[below] + "ي"
    return f"{_UNITS['m'][above]} {many[below]}" if above <= 10 else ""


def year(number: int) -> str:
    """A year behind عام: «ألفين وأربعة وعشرين»."""
    return cardinal(number, Counting("m", "oblique", False))


def digits(text: str) -> str:
    """Figures one by one, for numbers too long to count."""
    return " ".join(_UNITS["m"][int(d)] for d in text if d.isdigit())
