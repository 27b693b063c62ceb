"""Later mentions of people by a part of their name: «شويغو», «للافروف»."""

from collections.abc import Callable, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

# Parts of names that are other words much more often.
_NEVER = frozenset({"علي", "عبد", "الله", "ابو", "بن", "محمد", "احمد", "احمر", "سلام", "امين", "جديد", "كريم"})
_CLITICS = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")


def with_later_names(
    words: Sequence[Word], phrases: Sequence[Phrase], names: frozenset[str], common: Callable[[str], float],
) -> tuple[Phrase, ...]:
    """`phrases` and, where no phrase stands, every word that is the last or first name of somebody named in full before or after."""
    short: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.name is None:
            continue
        first, last = phrase.name
        forms = [w.form for w in words[first:last]]
        if len(forms) > 1:
            for form in (forms[-1], forms[-1].removeprefix("ال"), forms[0]):
                if len(form) > 2 and form not in _NEVER and (common(form) < 4.6 or form in names):
                    short.setdefault(form, phrase)
    if not short:
        return tuple(phrases)
    covered: set[int] = set()
    for phrase in phrases:
        covered.update(range(phrase.first, phrase.last))
    found = list(phrases)
    for index, word in enumerate(words):
        if word.kind != "word" or index in covered:
            continue
        for clitics in _CLITICS:
            owner = short.get(word.form[len(clitics):]) if word.form.startswith(clitics) else None
            if owner is not None:
                found.append(_named(owner, index, clitics))
                break
    return tuple(sorted(found, key=lambda p: p.first))


def _named(owner: Phrase, index: int, before: str) -> Phrase:
    return Phrase(index, index + 1, before, "person", "person", owner.country, owner.sector, (index, index + 1), None, "", (), False, (), "short_name")
