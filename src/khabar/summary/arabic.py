"""Arabic as a line about an act needs it: verbs that agree, nouns in their case, dates in words."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.model import Actor
from khabar.text.fold import fold_word

MONTHS = (
    "يناير/كانون الثاني", "فبراير/شباط", "مارس/آذار", "أبريل/نيسان", "مايو/أيار", "يونيو/حزيران",
    "يوليو/تموز", "أغسطس/آب", "سبتمبر/أيلول", "أكتوبر/تشرين الأول", "نوفمبر/تشرين الثاني", "ديسمبر/كانون الأول",
)


# Words in the singular that end like a plural of men.
_ONES = frozenset({"تلفزيون", "تليفزيون", "مليون", "قانون", "زيتون", "عربون"})
_STYLES = frozenset({"فخامه", "سعاده", "سياده", "جلاله", "سماحه", "فضيله", "دوله", "صاحبه", "معالي", "سمو"})


class Genders(NamedTuple):
    """Folded words that tell a gender against their look, and the heads of groups that are men in the plural, by their oblique form, those of one
    in the accusative (متظاهرا), and those of two (جنديين)."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    women: frozenset[str]
    plurals: Mapping[str, str]
    accusatives: frozenset[str]
    duals: frozenset[str]


def load_genders() -> Genders:
    """The word lists of the package."""
    table = toml_table("genders.toml")
    plurals: dict[str, str] = {}
    accusatives: set[str] = set()
    for name, rows in (("collectives.toml", "collective"), ("offices.toml", "office"), ("institutions.toml", "institution"), ("groups.toml", "group")):
        for row in toml_table(name).get(rows, []):
            words = {fold_word(w): w for w in strings(name, row, "names") if " " not in w}
            plurals.update({form: word[:-2] + "ون" for form, word in words.items() if form.endswith("ين") and (form[:-2] + "ون" in words)})
            accusatives |= {form for form in words if form.endswith("ا") and form[:-1] in words}
    masculine, feminine, women, duals = (frozenset(fold_word(w) for w in strings("genders.toml", table, field)) for field in ("masculine", "feminine", "women", "duals"))
    return Genders(masculine, feminine, women, plurals, frozenset(accusatives), duals)


def is_feminine(actor: Actor, genders: Genders) -> bool:
    """Whether a verb before `actor` carries the mark of the feminine."""
    raw = actor.name.split()[0]
    head = fold_word(raw)
    bare_head = head.removeprefix("ال")
    if actor.kind == "person":
        role = [w for w in (actor.role or "").split() if fold_word(w) not in _STYLES]
        office = actor.rule.startswith("office:") or actor.rule == "office"
        told = (role[0] if role else raw if office else "").rstrip("\u064b\u064c\u064d")
        return head in genders.women or (told.endswith("ة") and fold_word(told).removeprefix("ال") not in genders.masculine)
    if fold_word(actor.name) in genders.masculine or head in genders.masculine or bare_head in genders.masculine:
        return False
    if actor.kind in ("country", "place"):
        return True
    return head in genders.feminine or bare_head in genders.feminine or raw.endswith(("ة", "ات"))


def perfect(verb: str, feminine: bool) -> str:
    """The perfect of the third person: of one man, or of one woman or many things (قال، قالت)."""
    word, space, rest = verb.partition(" ")
    if feminine:
        word = word[:-1] + "ت" if word.endswith(("ى", "ا")) else word + "ت"
    return word + space + rest


def imperfect(verb: str, feminine: bool) -> str:
    """The imperfect of the third person (يقول، تقول)."""
    return "ت" + verb[1:] if feminine else verb


def bare(name: str, genders: Genders) -> str:
    """A name without the ending of the accusative: شاب فلسطيني for شاباً فلسطينياً, مدني for مدنيا."""
    words = [word[:-2] if word.endswith(("اً", "ًا")) and len(word) > 4 else word for word in name.split(" ")]
    if fold_word(words[0]) in genders.accusatives:
        words[0] = words[0][:-1]
    return " ".join(words)


def nominative(name: str, genders: Genders) -> str:
    """A group of men as the subject of a verb: متظاهرون for متظاهرين, its adjectives with it; two of them جنديان."""
    if fold_word(name.split(" ")[0]) in genders.duals:
        return _dual(name)
    return _cased(name, genders, "ين", "ون")


def _dual(name: str) -> str:
    """Two of them as the subject of a verb: جنديان تركيان for جنديين تركيين."""
    words = name.split(" ")
    last = next((n for n, w in enumerate(words) if not fold_word(w).endswith("ين")), len(words))
    return " ".join([w[:-2] + "ان" for w in words[:last]] + words[last:])


def oblique(name: str, genders: Genders) -> str:
    """A group of men as an object or behind a preposition: متظاهرين for متظاهرون."""
    return _cased(name, genders, "ون", "ين")


def accusative(name: str, genders: Genders) -> str:
    """One of a kind as the object of a verb: طبيباً, جندياً إسرائيلياً; everybody else as behind a preposition."""
    words = name.split(" ")
    if words[0] == "عدد":
        return " ".join(["عدداً", *words[1:]])
    if fold_word(words[0]) + "ا" not in genders.accusatives or len(words) > 2 or words[-1].startswith("ال") != words[0].startswith("ال"):
        return oblique(name, genders)
    return " ".join(w if w.endswith(("ة", "ى", "اء", "ات", "اً")) or w.startswith("ال") else w + "اً" for w in words)


def _cased(name: str, genders: Genders, before: str, after: str) -> str:
    words = name.split(" ")
    stem = fold_word(words[0]).removeprefix("ال")
    regular = stem not in _ONES and stem.endswith(before) and (stem[:-2] + "ين" in genders.plurals or stem.endswith("ي" + before))
    # Before a genitive the ending loses its ن: مقاتلو المقاومة، مقاتلي المقاومة.
    bound = len(words) > 1 and stem.endswith(before[:1]) and stem[:-1] + "ين" in genders.plurals
    changed = [words[0][:-2] + after] if regular else [words[0][:-1] + after[:1]] if bound else words[:1]
    for word in words[1:]:
        adjective = fold_word(word).endswith(("ي" + before) if not regular else before) and word.startswith("ال") == words[0].startswith("ال")
        if not adjective or len(word) < 6:
            break
        changed.append(word[:-2] + after)
    return " ".join(changed + words[len(changed) :])


def behind(preposition: str, name: str) -> str:
    """`name` behind a preposition, which may be joined to it: بالاتفاق, للعراق."""
    if preposition == "ل" and name.startswith("ال"):
        return "لل" + name[2:]
    return preposition + name if preposition in ("ب", "ل") else f"{preposition} {name}"


def day(value: str) -> str:
    """A date of the record in words, «في 13 سبتمبر/أيلول 2024»; nothing for other values than days, months and years."""
    parts = value.split("-")
    if not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return ""
    if len(parts) == 1:
        return f"عام {parts[0]}"
    month = MONTHS[int(parts[1]) - 1]
    return f"في {month} {parts[0]}" if len(parts) == 2 else f"في {int(parts[2])} {month} {parts[0]}"


def joined(names: list[str]) -> str:
    """«أ وب وج»."""
    return " و".join(names)


_TENS = {w: w[:-2] + "ون" for w in ("عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")} | {"مئتي": "مئتا", "مائتي": "مائتا", "ألفي": "ألفا"}
_GOVERN = frozenset({"نحو", "حوالي", "قرابة", "زهاء", "من", "عن"})


def counting(number: str) -> str:
    """A number in words as the subject of a verb: أربعون for أربعين, but نحو أربعين."""
    words = number.split()
    return " ".join(_TENS.get(word, word) if not (n and words[n - 1] in _GOVERN) else word for n, word in enumerate(words))
