"""Every newspaper spelling of a verb, from its perfect and imperfect (third person masculine singular)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Tense = Literal["perfect", "imperfect", "jussive"]
Person = Literal["3ms", "3fs", "3mp", "3fp", "3md", "3fd", "1s", "1p"]
Voice = Literal["active", "passive", "either"]
Shape = tuple[str, Person]


class VerbForm(NamedTuple):
    """What one spelling of a verb tells; `lemma` is its folded perfect.

    `jussive` are the shapes that stand only after لم, لن, أن and their like: يقل, يلتق, يقولوا. `passive` only where the spelling
    shows it.
    """

    lemma: str
    tense: Tense
    person: Person
    passive: bool


class Participle(NamedTuple):
    """The participle of the verb `lemma`; `either` where active and passive are spelled alike."""

    lemma: str
    voice: Voice


# As text.fold does it, faster for single words of letters and harakat.
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي", "".join(map(chr, range(0x064B, 0x0660))) + "\u0640")
_SHADDA = "\u0651"
_VOICES: tuple[Voice, Voice] = ("active", "passive")
_make = tuple.__new__

# Roots that begin with س: form VIII, where the spelling looks like a doubled form X.
_NOT_DOUBLED = frozenset({"استلم", "استند", "استمع", "استبق", "استتر", "استرق", "استعر", "استعل"})
# Verbs of form I whose passive newspapers print; for the others it would only be taken for a noun or a preposition (عيد, علي).
_PASSIVE_FIRST_FORM = frozenset({"قال", "باع", "صاغ", "ساق", "قاد", "نال", "صان", "دعا", "تلا", "محا", "غزا"})


def conjugate(perfect: str, imperfect: str) -> Iterator[tuple[str, VerbForm]]:
    """The folded spellings of a verb without any clitic; `imperfect` is "" where there is none (ليس)."""
    lemma = perfect.translate(_FOLD)
    make, form = _make, VerbForm
    for spelled, person in _perfects(perfect, imperfect):
        yield spelled, make(form, (lemma, "perfect", person, False))
    if imperfect:
        indicative, jussive = _imperfects(perfect, imperfect)
        for spelled, person in indicative:
            yield spelled, make(form, (lemma, "imperfect", person, False))
        for spelled, person in jussive:
            yield spelled, make(form, (lemma, "jussive", person, False))
    yield from _passives(lemma, perfect, imperfect)


def conjugate_before_suffix(perfect: str, imperfect: str) -> Iterator[tuple[str, VerbForm]]:
    """The folded stems that stand only before a pronoun suffix: التقا(ه), التقو(ه), يتلقا(ه), يبدو(ه), يقولو(ه)."""
    lemma = perfect.translate(_FOLD)
    if perfect[-1] == "ى":
        base = lemma[:-1]
        yield (base if perfect[-2] == "أ" else base + "ا"), VerbForm(lemma, "perfect", "3ms", False)
    for spelled, person in _perfects(perfect, imperfect):
        if person == "3mp":
            yield spelled[:-1], VerbForm(lemma, "perfect", person, False)
    if not imperfect:
        return
    for spelled, person in _imperfects(perfect, imperfect)[1]:
        if person == "3mp":
            yield spelled[:-1], VerbForm(lemma, "jussive", person, False)
    joined = {"ى": "ا", "أ": "و", "ء": _seat(imperfect)}.get(imperfect[-1])
    if joined:
        stem = imperfect.translate(_FOLD)[1:-1] + joined
        for spelled, person in _singular(stem):
            yield spelled, VerbForm(lemma, "imperfect", person, False)


def participles(perfect: str, imperfect: str) -> Iterator[tuple[str, Participle]]:
    """The participles, masculine singular without ال; a form II is told from a form I by its shadda, its doubled root or its ؤ."""
    lemma = perfect.translate(_FOLD)
    if not imperfect:
        return
    if not is_first_form(perfect, imperfect):
        yield from _derived_participles(lemma, perfect, imperfect)
        return
    for form, voice in zip(_first_participles(lemma, perfect, imperfect), _VOICES, strict=True):
        yield form, Participle(lemma, voice)


def is_first_form(perfect: str, imperfect: str) -> bool:
    """Whether the verb is of form I; where only a shadda could tell and none is written, it is."""
    plain = perfect.translate(_FOLD)
    if len(plain) == 2:
        return True
    if len(plain) != 3 or _SHADDA in perfect or _SHADDA in imperfect:
        return False
    if perfect[0] in "أآ" and imperfect[1] != "أ":
        return False
    return plain[1] != plain[2] and (plain[0] != "و" or imperfect[1] != "و")


def _perfects(perfect: str, imperfect: str) -> list[Shape]:
    """The perfect of any verb."""
    word = perfect.translate(_FOLD)
    last = perfect[-1]
    if last in "ىا":
        glide = "و" if imperfect.endswith("و") else "ي"
        return _endings(word, word[:-1] + "ت", (word[:-1] + "وا",), word[:-1] + glide + "ا", word[:-1] + glide)
    if last == "ي":
        return _endings(word, word + "ت", (word[:-1] + "وا",), word + "ا", word)
    if last == "أ":
        stem = word[:-1]
        return _endings(word, word + "ت", (word + "وا", stem + "ووا", stem + "ءوا"), word, word)
    if last == "ء":
        return _endings(word, word + "ت", (word + "وا", word[:-1] + "ووا"), word + "ا", word[:-2] + "ي")
    return _endings(word, word + "ت", (word + "وا",), word + "ا", _short_perfect(perfect, word, imperfect))


def _short_perfect(perfect: str, word: str, imperfect: str) -> str:
    """The stem before ن, ت and نا: قل- of قال, ردد- of رد, or the word itself."""
    if len(word) > 2 and (word[-2] == "ا" and perfect[-2] == "ا" and imperfect[-2:-1] in "اوي" or not imperfect):
        return word[:-2] + word[-1]
    return word + word[-1] if _is_doubled(perfect, word, imperfect) else word


def _is_doubled(perfect: str, word: str, imperfect: str) -> bool:
    """Whether the last two root letters are one and the same, written once: رد, أعد, احتل, انضم, استمر."""
    length, rest = len(word), imperfect.translate(_FOLD)[1:]
    if length == 2:
        return True
    if length == 3:
        return perfect[0] == "أ" and rest == word[1:]
    if perfect[0] != "ا" or rest != word[1:]:
        return False
    if length == 4:
        return word[1] not in "تطدذظث"
    return length == 5 and word.startswith("است") and word not in _NOT_DOUBLED


def _endings(he: str, she: str, they: tuple[str, ...], two: str, short: str) -> list[Shape]:
    """The perfect from its stems; two ن or two ت that meet are written once.

    What women did is left out where a stem of two letters makes it look like other words: عدن, بين.
    """
    end = short[-1]
    women: list[Shape] = [] if len(short) == 2 else [(short if end == "ن" else short + "ن", "3fp")]
    return [
        (he, "3ms"),
        (she, "3fs"),
        *[(form, "3mp") for form in they],
        (two, "3md"),
        (she + "ا", "3fd"),
        *women,
        (short if end == "ت" else short + "ت", "1s"),
        (short + "ا" if end == "ن" else short + "نا", "1p"),
    ]


def _imperfects(perfect: str, imperfect: str) -> tuple[list[Shape], list[Shape]]:
    """The imperfect of any verb: its indicative, and the shapes after لم and أن that are spelled otherwise."""
    stem = imperfect.translate(_FOLD)[1:]
    last = imperfect[-1]
    if last in "ىيو" and perfect[-1] in "ىايو":
        return _open(stem, (stem[:-1],), stem, stem, stem[:-1])
    if last == "أ":
        return _open(stem, (stem, stem[:-1] + "و", stem[:-1] + "ء"), "", stem, "")
    if last == "ء":
        seated = stem[:-1] + _seat(imperfect)
        plural = (seated, stem) if stem[-2] == "ا" else (seated,)
        return _open(stem, plural, stem if stem[-2] == "ا" else seated, stem[:-2] + imperfect[-2].translate(_FOLD), stem[:-1])
    if len(stem) > 2 and stem[-2] in "اوي" and imperfect[-2] in "اوي" and len(perfect) > 2 and perfect[-2] == "ا":
        return _open(stem, (stem,), stem, stem[:-2] + stem[-1], stem[:-2] + stem[-1])
    doubled = _is_doubled(perfect, perfect.translate(_FOLD), imperfect)
    return _open(stem, (stem,), stem, stem + stem[-1] if doubled else stem, "")


def _open(stem: str, plural: tuple[str, ...], dual: str, women: str, cut: str) -> tuple[list[Shape], list[Shape]]:
    """The imperfect from its stems without ي: of the singular, before ون, before ان, before ن, and alone after لم ("" as usual).

    A `dual` of "" is a stem on alef, which takes the alef of ان in: يبدآن.
    """
    pair = dual + "ا" if dual else stem
    indicative: list[Shape] = [
        *_singular(stem),
        *[("ي" + form + "ون", "3mp") for form in plural],
        ("ي" + pair + "ن", "3md"),
        ("ت" + pair + "ن", "3fd"),
        ("ي" + women if women[-1] == "ن" else "ي" + women + "ن", "3fp"),
    ]
    jussive: list[Shape] = [*[("ي" + form + "وا", "3mp") for form in plural], ("ي" + pair, "3md"), ("ت" + pair, "3fd")]
    if cut:
        jussive += _singular(cut)
    return indicative, jussive


def _singular(stem: str) -> list[Shape]:
    """He, she, I and we; two alefs that meet are one: آخذ.

    I and we are left out where a stem of two letters makes them look like other words: إلى, أو, نقل, نشر.
    """
    shapes: list[Shape] = [("ي" + stem, "3ms"), ("ت" + stem, "3fs")]
    if len(stem) > 2:
        shapes += [(stem if stem[0] == "ا" else "ا" + stem, "1s"), ("ن" + stem, "1p")]
    return shapes


def _seat(imperfect: str) -> str:
    """What a hamza after a long vowel becomes before another vowel, folded: يشاؤون, يجيئون, يسوؤون."""
    return "ي" if imperfect[-2] == "ي" else "و"


def _passives(lemma: str, perfect: str, imperfect: str) -> Iterator[tuple[str, VerbForm]]:
    """The passive as far as its folded spelling differs from the active."""
    hidden, open_ = _passive_stems(lemma, perfect, imperfect)
    if hidden:
        for spelled, person in _perfects(hidden, open_ or imperfect):
            yield spelled, VerbForm(lemma, "perfect", person, True)
    elif perfect[-1] == "ى":
        yield lemma + "ت", VerbForm(lemma, "perfect", "3fs", True)
        yield lemma + "تا", VerbForm(lemma, "perfect", "3fd", True)
    if open_:
        indicative, jussive = _imperfects(hidden or perfect, open_)
        for spelled, person in indicative:
            yield spelled, VerbForm(lemma, "imperfect", person, True)
        for spelled, person in jussive:
            yield spelled, VerbForm(lemma, "jussive", person, True)


def _passive_stems(lemma: str, perfect: str, imperfect: str) -> tuple[str, str]:
    """Perfect and imperfect of the passive, each "" where it is spelled like the active."""
    length = len(lemma)
    if not imperfect or length == 2:
        return "", ""
    first = length == 3 and is_first_form(perfect, imperfect)
    if first and (perfect[1] == "ا" or perfect[-1] == "ا"):
        if lemma not in _PASSIVE_FIRST_FORM:
            return "", ""
        if perfect[-1] == "ا":
            return lemma[:-1] + "ي", imperfect[:-1] + "ى"
        return lemma[0] + "ي" + lemma[2], imperfect[:-2] + "ا" + imperfect[-1]
    if first and perfect[-1] not in "ىي":
        return _first_form_passive(lemma, perfect, imperfect)
    if perfect[-2] == "ا" and imperfect[-2] in "اي" and length > 3 and perfect[0] in "أا":
        return perfect[:-2] + "ي" + perfect[-1], "" if imperfect[-2] == "ا" else imperfect[:-2] + "ا" + imperfect[-1]
    hidden = perfect
    if length >= 4 and perfect[1] == "ا":
        hidden = perfect[0] + "و" + perfect[2:]
    elif perfect.startswith("استأ"):
        hidden = "استؤ" + perfect[4:]
    elif length >= 5 and perfect[0] == "ت" and perfect[2] == "ا":
        hidden = perfect[:2] + "و" + perfect[3:]
    if perfect[-1] in "أاى" and (perfect[-1] != "ى" or hidden != perfect):
        hidden = hidden[:-1] + ("ئ" if perfect[-1] == "أ" else "ي")
    return hidden if hidden != perfect else "", imperfect[:-1] + "أ" if imperfect[-1] == "ئ" else ""


def _first_form_passive(lemma: str, perfect: str, imperfect: str) -> tuple[str, str]:
    """وُجد/يوجد, أُخذ/يؤخذ, سُئل, بُدئ: a form I whose hamza or و moves in the passive."""
    hidden = ""
    if perfect[-1] == "أ":
        hidden = perfect[:-1] + "ئ"
    elif perfect[1] == "أ":
        hidden = perfect[0] + "ئ" + perfect[2]
    if perfect[0] == "أ" and imperfect[1] == "أ" or lemma[0] == "و" and len(imperfect) == 3:
        return hidden, "يو" + perfect[1:]
    return hidden, ""


def _derived_participles(lemma: str, perfect: str, imperfect: str) -> Iterator[tuple[str, Participle]]:
    """مشير and مشار, مؤكد, ملتقي: م in the place of ي."""
    active = "م" + imperfect.translate(_FOLD)[1:]
    if imperfect[-2] == "ي" and perfect[-2] == "ا" or imperfect[-1] == "ئ":
        yield active, Participle(lemma, "active")
        cut = -2 if imperfect[-2] == "ي" and perfect[-2] == "ا" else -1
        yield active[:cut] + "ا" + active[len(active) + cut + 1 :], Participle(lemma, "passive")
        return
    yield active, Participle(lemma, "either")


def _first_participles(lemma: str, perfect: str, imperfect: str) -> tuple[str, str]:
    """فاعل and مفعول of a form I, folded."""
    if len(lemma) == 2:
        return lemma[0] + "ا" + lemma[1], "م" + lemma + "و" + lemma[1]
    first, middle, last = tuple(lemma)
    if perfect[1] == "أ":
        ending = "ي" if last in "اي" else last
        return first + "اي" + ending, "م" + first + ("يي" if last in "اي" else "وو" + last)
    active = ("" if perfect[0] == "أ" else first) + "ا" + middle + last
    if perfect[1] == "ا":
        if last == "ء":
            return first + "اءي", "م" + imperfect.translate(_FOLD)[1:]
        return first + "اي" + last, "م" + first + ("ي" if imperfect[2] == "ي" else "و") + last
    if perfect[-1] in "ىاي":
        return active[:-1] + "ي", "م" + first + middle + ("و" if imperfect[-1] == "و" else "ي")
    if perfect[-1] == "أ":
        return active[:-1] + "ي", "م" + first + middle + "وء"
    return active, "م" + first + middle + "و" + last
