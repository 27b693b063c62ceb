"""People told together with the group they are of: «مسلحي تنظيم الغد», «عنصرا من كتائب الوادي», «مستوطنون متطرفون»."""

from collections.abc import Mapping, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_MARKS = frozenset("«\"“”»")
# What people are of where no list knew it when they were read.
_GROUPS = frozenset({"group", "body", "unlisted"})
# Plurals with these endings are of nothing that follows at once: they would have lost their ن.
_WHOLE = ("ون", "ين", "ان", "ات")
_PLURALS = ("ون", "ين")


def with_members(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`phrases`, people joined with the group right behind them or behind من, and with what only describes them."""
    found: list[Phrase] = []
    starts = {p.first: p for p in phrases}
    for phrase in phrases:
        if found and phrase.first < found[-1].last:
            continue
        found.append(_whole(words, phrase, starts) if phrase.tag == "collective" and phrase.rule == "collective" else phrase)
    return tuple(found)


def _whole(words: Sequence[Word], phrase: Phrase, starts: Mapping[int, Phrase]) -> Phrase:
    phrase = _described(words, phrase, starts)
    group = None if phrase.inner or phrase.country else _group(words, phrase, starts)
    if group is None:
        return phrase
    last = group.last + (group.last < len(words) and words[group.last].raw in "»\"”" and words[group.first - 1].raw in _MARKS)
    whole = phrase._replace(last=last, country=group.country, sector=group.sector or phrase.sector, inner=(group,))
    return _described(words, whole, starts)


def _group(words: Sequence[Word], phrase: Phrase, starts: Mapping[int, Phrase]) -> Phrase | None:
    """The group of which people are: its genitive, or behind من."""
    index = phrase.last
    of = index + 1 < len(words) and words[index].form == "من"
    index += of
    if index + 1 < len(words) and words[index].raw in _MARKS:
        index += 1
    group, head = starts.get(index), words[phrase.last - 1]
    fits = group is not None and (group.tag in _GROUPS or of and group.tag in ("people", "collective"))
    if group is None or not fits or group.before:
        return None
    if head.article and group.tag != "people":
        return None  # حرروا المحتجزين من تنظيم: freed of it, not members
    return group if of or not head.form.endswith(_WHOLE) and not head.after else None


def _described(words: Sequence[Word], phrase: Phrase, starts: Mapping[int, Phrase]) -> Phrase:
    """مستوطنون متطرفون، مسلحين موالين للحركة: with a second plural in the same case that only tells what the first are like."""
    other = starts.get(phrase.last)
    if other is None or other.tag != "collective" or other.before:
        return phrase
    head, second = words[phrase.first], words[other.first]
    alike = any(head.form.endswith(e) and second.form.endswith(e) for e in _PLURALS) or second.form.endswith("ون")
    return phrase._replace(last=other.last) if alike and head.article == second.article else phrase
