"""Later mentions by a part of a name: of people by their last name («شويغو», «للافروف»), of bodies by their first noun («الحركة», «المرصد»)."""

from collections.abc import Callable, Mapping, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

# Parts of names that are other words much more often.
_NEVER = frozenset({"علي", "عبد", "الله", "ابو", "بن", "محمد", "احمد", "احمر", "سلام", "امين", "جديد", "كريم", "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "اكبر", "سعود", "ال", "الملك", "ابن"})
# First nouns of the names of bodies, by which they are called once they were named.
_HEADS = frozenset(
    "حركه حزب منظمه جماعه جبهه تنظيم وزاره مجلس شركه هييه لجنه مرصد وكاله صحيفه قناه مركز جمعيه نقابه محكمه اتحاد تحالف برلمان حكومه جيش بعثه "
    "وفد فريق مفوضيه جامعه بنك موسسه تيار ايتلاف كتله سفاره حلف رابطه معهد ديوان مكتب شرطه جهاز ميليشيا مليشيا كتايب لواء فصيل رياسه".split()
)
# People sent by a body or a state, who are called by their first noun too: «الوفد» after «وفد من حماس».
_SENT = frozenset({"وفد", "بعثه", "فريق", "لجنه"})
_BODIES = frozenset({"body", "group", "institution", "outlet", "unlisted"})
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
    in_full = {row for p in phrases if p.name is not None and p.name[1] > p.name[0] + 1 for row in p.holders}
    found: list[Phrase] = []
    for phrase in phrases:
        covered.update(range(phrase.first, phrase.last))
        alone = phrase.rule == "known_name" and phrase.last == phrase.first + 1 and not in_full & set(phrase.holders)
        owner = short.get(words[phrase.first].form[len(phrase.before) :]) if alone else None
        found.append(phrase if owner is None else _named(owner, phrase.first, phrase.before))  # the namesake of this article, not the one on the list
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
    return Phrase(index, index + 1, before, "person", "person", owner.country, owner.sector, (index, index + 1), None, "", (), False, (owner,), "short_name")


def with_later_heads(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`phrases` and every body that is called by the first noun of the name it was given before: «الحركة» after «حركة النهضة»."""
    starts = {p.first: p for p in phrases}
    covered = {i for p in phrases for i in range(p.first, p.last)}
    told: dict[str, Phrase] = {}
    found: dict[int, Phrase] = dict(starts)
    for index, word in enumerate(words):
        phrase = starts.get(index)
        if phrase is not None and phrase.inner and phrase.tag in ("office", "person"):
            found[index] = phrase = _of_named(words, phrase, told)
        for each in (phrase, *phrase.inner) if phrase is not None else ():
            if each is not None and (each.tag in _BODIES or words[each.first].stem in _SENT) and (each.last > each.first + 1 or each.country) and words[each.first].stem in _HEADS:
                told[words[each.first].stem] = each
        owner = told.get(word.stem)
        if owner is None or owner.first >= index or word.kind != "word" or not word.article or word.after:
            continue
        bare = phrase is not None and phrase.last == index + 1 and phrase.tag in ("institution", "collective", "unlisted") and not phrase.country
        if (bare or index not in covered) and not _described(words, index + 1):
            before = word.before.removesuffix("ال")
            found[index] = owner._replace(
                first=index, last=index + 1, before=before, name=None, inner=(), canonical=owner.canonical or _text(words, owner), rule="head",
            )
    return tuple(found[first] for first in sorted(found))


def _of_named(words: Sequence[Word], phrase: Phrase, told: Mapping[str, Phrase]) -> Phrase:
    """An official of a body that is called by its first noun (المتحدث باسم الحركة): he is of its state and side."""
    for each in phrase.inner:
        owner = told.get(words[each.first].stem) if each.last == each.first + 1 and each.tag in ("institution", "collective", "unlisted") and not each.country else None
        if owner is not None and words[each.first].article:
            whole = owner._replace(first=each.first, last=each.last, before=each.before, name=None, inner=(), canonical=owner.canonical or _text(words, owner), rule="head")
            sector = owner.sector if owner.sector and phrase.sector in ("", "GOV") else phrase.sector
            return phrase._replace(inner=tuple(whole if i is each else i for i in phrase.inner), country=phrase.country or owner.country, sector=sector)
    return phrase


def _described(words: Sequence[Word], index: int) -> bool:
    """Whether an adjective stands at `index`, so that the noun before it is another than the one named before."""
    word = words[index] if index < len(words) else None
    return word is not None and word.kind == "word" and word.article and not word.before.removesuffix("ال") and word.form.endswith(("ي", "يه", "اعلي", "كبري", "ه"))


def _text(words: Sequence[Word], phrase: Phrase) -> str:
    return " ".join(w.form for w in words[phrase.first : phrase.last])[len(phrase.before) :]


_LATTER = {"الاخير": ("person", "office", "group"), "الاخيره": ("state", "body", "group", "institution", "outlet", "capital")}


def with_latter(words: Sequence[Word], phrases: Sequence[Phrase], verbs: Callable[[int], bool]) -> tuple[Phrase, ...]:
    """`phrases` and «الأخير», «هذه الأخيرة» where they stand for who was named last before; `verbs` tells which words may be verbs."""
    covered = {i for p in phrases for i in range(p.first, p.last)}
    found = list(phrases)
    for index, word in enumerate(words):
        tags = _LATTER.get("ال" + word.stem) if word.article and not word.after else None
        if tags is None or not index or index in covered:
            continue
        before = words[index - 1]
        if before.form.removeprefix("و") not in _BEFORE_LATTER and not verbs(index - 1):
            continue
        owner = next((p for p in reversed(phrases) if p.last <= index and p.first > index - _LATTER_FAR and p.tag in tags), None)
        if owner is not None:
            found.append(owner._replace(first=index, last=index + 1, before=word.before, tag="latter", name=None, role=None, inner=(owner,), rule="latter"))
    return tuple(sorted(found, key=lambda p: p.first))


_BEFORE_LATTER = frozenset({"هذا", "هذه", "لهذا", "لهذه", "بهذا", "بهذه", "ان", "عن", "مع", "من", "الي", "لان"})
_LATTER_FAR = 50
