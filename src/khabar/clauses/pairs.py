"""«الجانبان», «البلدان», «الوزيران»: the two who were named last."""

from collections.abc import Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_SIDES = frozenset({"الجانبان", "الجانبين", "الطرفان", "الطرفين", "البلدان", "البلدين", "الدولتان", "الدولتين", "الحكومتان", "الحكومتين", "العاصمتان", "العاصمتين", "الخصمان", "الخصمين", "الغريمان", "الغريمين", "الحليفان", "الحليفين", "الجاران", "الجارين", "الجارتان", "الجارتين", "الشعبان", "الشعبين", "الوفدان", "الوفدين"})
_PEOPLE = frozenset({"الرئيسان", "الرئيسين", "الوزيران", "الوزيرين", "الزعيمان", "الزعيمين", "المسؤولان", "المسؤولين", "الرجلان", "الرجلين"})
# Two office-holders of the two: زعيما البلدين، وزيري الدولتين.
_DUALS = frozenset({"زعيما", "زعيمي", "رييسا", "رييسي", "وزيرا", "وزيري", "قايدا", "قايدي", "ملكا", "مسوولو", "مسوولي", "حكومتا", "حكومتي", "وفدا", "وفدي", "قيادتا", "قيادتي"})
# Sides that are the states themselves, whoever of them was named.
_STATES = frozenset({"البلدان", "البلدين", "الدولتان", "الدولتين", "العاصمتان", "العاصمتين"})
# Who only speaks for somebody.
_VOICES = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه", "مصدر", "مصادر"})
_FAR = 120
# What stands before the first of two sides, and what is no side.
_BETWEEN = frozenset({"بين", "وبين"})
_NO_SIDES = frozenset({"place", "outlet", "speaker"})


def with_pairs(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`phrases` with each pair that stands for two parties named before, as one phrase that holds both in `inner`."""
    starts = {p.first: n for n, p in enumerate(phrases)}
    covered = {i for p in phrases for i in range(p.first + 1, p.last)}
    found = list(phrases)
    last: Phrase | None = None
    for index, word in enumerate(words):
        if word.kind != "word" or index in covered:
            continue
        form = word.form.removeprefix("و")
        if form.startswith("لل"):
            form = "ال" + form[2:]
        people = form in _PEOPLE
        if not people and form not in _SIDES:
            continue
        number = starts.get(index)
        if number is not None and (phrases[number].name is not None or phrases[number].last > index + 1):
            continue
        before = [p for p in phrases if p.first < index and p.first > index - _FAR]
        first = index - 1 if index and words[index - 1].stem in _DUALS and form in _SIDES else index
        told = sorted((*before, *([last] if last is not None and last.first > index - _FAR else [])), key=lambda p: p.first)
        sides = _opposite(words, told, people or first < index)
        two = sides or _last_two(words, before, people or first < index) or _last_two(words, before, people)
        if len(two) == 2:
            found = [p for p in found if not first <= p.first < index] if first < index else found
            number = None if first < index else number
            if form in _STATES and first == index:
                two = tuple(next((p for p in t.inner if p.tag == "state" and p.country == t.country), t) for t in two)
            pair = Phrase(first, index + 1, words[first].before, "pair", "group", "", "", None, None, "", (), True, two, "sides" if sides else "pair")
            last = pair if sides else last
            if number is not None:
                found[number] = pair
            else:
                found.append(pair)
    return tuple(sorted(found, key=lambda p: p.first))


def _speaks(words: Sequence[Word], phrase: Phrase) -> bool:
    """المتحدث باسم الحكومة، فلان المتحدث باسم الحكومة: whether somebody only speaks for another."""
    return words[phrase.first].stem in _VOICES or phrase.role is not None and words[phrase.role[0]].stem in _VOICES


def last_two(words: Sequence[Word], phrases: Sequence[Phrase], index: int, people: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Whom a verb in the dual means: one of `people` and the person of another state named last, else the two parties named last before the word `index`."""
    before = [p for p in phrases if index - _FAR < p.first < index]
    if people:
        other = next((p for p in reversed(before) if p.kind == "person" and p.country and p.country != people[0].country and not _speaks(words, p)), None)
        if other is not None:
            return (people[0], other)
    return _opposite(words, before, False) or _last_two(words, before, False)


def _opposite(words: Sequence[Word], before: Sequence[Phrase], people: bool) -> tuple[Phrase, ...]:
    """The two told last as two sides: بين ألف وباء، ألف مع باء، ألف ونظيره، and «الوزيران» who were such themselves."""
    for place in range(len(before) - 1, 0, -1):
        phrase, other = before[place], before[place - 1]
        if phrase.rule == "sides":
            two = phrase.inner
        elif phrase.rule == "peer":
            two = (*[p for p in before[:place] if p.kind == "person"][-1:], phrase)
        elif phrase.before == "و" and other.last == phrase.first and words[other.first - 1].form in _BETWEEN:
            two = (other, phrase)
        elif words[phrase.first - 1].form == "مع" and (first := _first_of_sentence(words, before[:place], phrase.first)) and first[0].kind == phrase.kind:
            two = (*first, phrase)
        else:
            continue
        if len(two) == 2 and all(p.tag not in _NO_SIDES and (p.kind == "person" or not people) and words[p.first].stem not in _VOICES for p in two):
            return two
    return ()


def _first_of_sentence(words: Sequence[Word], before: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """The party named first in the sentence of the word `index`."""
    found: tuple[Phrase, ...] = ()
    for phrase in reversed(before):
        if any(w.raw in ".؟!" or w.kind == "break" for w in words[phrase.last : index]):
            break
        if phrase.tag not in _NO_SIDES:
            found = (phrase,)
    return found


def _last_two(words: Sequence[Word], before: Sequence[Phrase], people: bool) -> tuple[Phrase, ...]:
    """The last two parties of different states, in the order of the text."""
    two: list[Phrase] = []
    for phrase in reversed(before):
        if _speaks(words, phrase):
            continue
        if people and phrase.kind != "person" or phrase.tag in ("place", "pair", "outlet", "speaker", "collective"):
            continue
        if phrase.tag == "capital" and phrase.first and words[phrase.first - 1].form in ("في", "الي", "من"):
            continue
        if phrase.country and all(phrase.country != p.country for p in two):
            two.append(phrase)
        if len(two) == 2:
            break
    return tuple(reversed(two))
