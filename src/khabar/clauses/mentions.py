"""Later mentions by a part of a name: of people by their last name («شويغو», «للافروف»), of bodies by their first noun («الحركة», «المرصد»)."""

from collections.abc import Callable, Container, Mapping, Sequence

from khabar.clauses.body_heads import BRANDS
from khabar.clauses.phrase import Phrase
from khabar.clauses.spelling import sound
from khabar.lexicon import NameLists
from khabar.text.words import Word

# Parts of names that are other words much more often.
_NEVER = frozenset({"علي", "عبد", "الله", "ابو", "بن", "محمد", "احمد", "احمر", "سلام", "امين", "جديد", "كريم", "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "اكبر", "سعود", "ال", "الملك", "ابن"})
# First nouns of the names of bodies, by which they are called once they were named.
_HEADS = frozenset(
    "حركه حزب منظمه جماعه جبهه تنظيم وزاره مجلس شركه هييه لجنه مرصد وكاله صحيفه قناه مركز جمعيه نقابه محكمه اتحاد تحالف برلمان حكومه جيش بعثه "
    "وفد وحدات فريق مفوضيه جامعه بنك موسسه تيار ايتلاف كتله سفاره حلف رابطه معهد ديوان مكتب شرطه جهاز ميليشيا مليشيا كتايب لواء فصيل رياسه".split()
)
# People sent by a body or a state, who are called by their first noun too: «الوفد» after «وفد من حماس».
_SENT = frozenset({"وفد", "بعثه", "فريق", "لجنه"})
# Groups that are told of again with what they are thought to be: التنظيم الإرهابي، الجماعة المتطرفة.
_BRANDED = frozenset({"تنظيم", "جماعه", "حركه", "ميليشيا", "مليشيا"})
_BODIES = frozenset({"body", "group", "institution", "outlet", "unlisted"})
# Titles that are other words too: سعادته الكبيرة.
_JOY = frozenset({"سعادته", "دولته"})
_SON = frozenset({"بن", "ابن", "بنت"})
# How many words stand between two names of one person.
_BETWEEN_NAMES = 2
# How rare a word must be that is taken for another spelling of a name.
_RARE = 2.9
_CLITICS = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")


def with_later_names(
    words: Sequence[Word], phrases: Sequence[Phrase], names: NameLists, common: Callable[[str], float],
) -> tuple[Phrase, ...]:
    """`phrases` and, where no phrase stands, every word that is the last or first name of somebody named in full before or after, however it is spelled."""
    short, heard = _short_names(words, phrases, names, common)
    if not short:
        return tuple(phrases)
    covered: set[int] = set()
    in_full = {row for p in phrases if p.name is not None and p.name[1] > p.name[0] + 1 for row in p.holders}
    found: list[Phrase] = []
    for phrase in phrases:
        covered.update(range(phrase.first, phrase.last))
        namesake = _namesake(words, phrase, short)
        if namesake is not None:
            found.append(_named(namesake, phrase.first, phrase.before))
            continue
        alone = phrase.rule == "known_name" and phrase.last == phrase.first + 1 and not in_full & set(phrase.holders)
        owners = short.get(words[phrase.first].form[len(phrase.before) :]) if alone else None
        found.append(phrase if owners is None else _named(_last_before(owners, phrase.first), phrase.first, phrase.before))  # the namesake of this article, not the one on the list
    for index, word in enumerate(words):
        if word.kind != "word" or index in covered:
            continue
        clitics, owners = next(((c, short[word.form[len(c):]]) for c in _CLITICS if word.form.startswith(c) and word.form[len(c):] in short), (word.before, None))
        bare = word.form[len(word.before):]
        if owners is None and heard and word.before in _CLITICS and bare and common(word.form) < _RARE:
            owners = heard.get(sound(bare))
        if owners is not None:
            found.append(_named(_last_before(owners, index), index, clitics))
    return _with_titles(words, sorted(found, key=lambda p: p.first))


def _with_titles(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """المهندس فلان, whose last name only the rest of the article tells: the title before it is his."""
    found: list[Phrase] = []
    for phrase in phrases:
        title = found[-1] if found else None
        if title is not None and phrase.rule == "short_name" and title.tag == "office" and title.last == phrase.first and not phrase.before and words[title.last - 1].article and not words[title.last - 1].raw.endswith(("ين", "ون", "ات", "ان")):
            found[-1] = phrase._replace(first=title.first, before=title.before, role=title.role)
        else:
            found.append(phrase)
    return tuple(found)


def with_other_names(words: Sequence[Word], phrases: Sequence[Phrase], called: Container[str]) -> tuple[Phrase, ...]:
    """`phrases`, of two names with a word of `called` between them (المعروفة باسم, الملقب ب) the second standing for who has the first."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        between = words[before.last : phrase.first] if before is not None and before.name is not None and phrase.name is not None else ()
        if before is not None and 0 < len(between) <= _BETWEEN_NAMES and between[0].form in called and all(w.form in ("باسم", "ب", "ال") for w in between[1:]):
            phrase = phrase._replace(inner=(before,), rule="other_name")
        found.append(phrase)
    return tuple(found)


def _namesake(words: Sequence[Word], phrase: Phrase, short: Mapping[str, list[Phrase]]) -> Phrase | None:
    """الشاهد is no witness where يوسف الشاهد is named: who has the title at `phrase` as his last name."""
    word = words[phrase.first]
    if phrase.last > phrase.first + 1 or phrase.tag not in ("collective", "office") or phrase.country or phrase.before or not word.article:
        return None
    return next((p for p in reversed(short.get(word.form, [])) if p.name is not None and words[p.name[1] - 1].form == word.form), None)


def _short_names(
    words: Sequence[Word], phrases: Sequence[Phrase], names: NameLists, common: Callable[[str], float],
) -> tuple[dict[str, list[Phrase]], dict[str, list[Phrase]]]:
    """Whom the last or first name of a name in full may stand for, by that word and, where it is a foreign last name, by its sound."""
    short: dict[str, list[Phrase]] = {}
    heard: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if phrase.name is None:
            continue
        forms = [w.form for w in words[slice(*phrase.name)]]
        father = len(forms) > 2 and forms[-2] in _SON and not forms[-1].startswith("ال")  # محمد بن سلمان is not سلمان
        for form in dict.fromkeys((*(() if father else (forms[-1], forms[-1].removeprefix("ال"))), forms[0], *_with_article(forms[0], names))) if len(forms) > 1 else ():
            if len(form) > 2 and form not in _NEVER and (common(form) < 4.6 or form in names.family):
                short.setdefault(form, []).append(phrase)
        if len(forms) > 1 and forms[-1] not in names.given and sound(forms[-1]):
            heard.setdefault(sound(forms[-1]), []).append(phrase)
    return short, heard


def _with_article(form: str, names: NameLists) -> tuple[str, ...]:
    """A first name with ال, as some are called for short (الهاشمي), where that is no family name."""
    whole = f"ال{form.removeprefix('ال')}"
    return () if form in _NEVER or whole in names.family and form not in names.family else (whole,)


def _last_before(owners: Sequence[Phrase], index: int) -> Phrase:
    """Of those who share a name, the one named last before the word `index`, with an office rather than without; else the one named first."""
    before = [p for p in reversed(owners) if p.first < index]
    return next((p for p in before if p.role is not None or p.holders), before[0] if before else owners[0])


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
            stem = _head(words[each.first]) if each is not None else ""
            if each is not None and (each.tag in _BODIES or stem in _SENT) and (each.last > each.first + 1 or each.country) and stem in _HEADS:
                told[stem] = each
        owner = told.get(word.stem)
        if owner is None or owner.first >= index or word.kind != "word" or not word.article or word.after:
            continue
        bare = phrase is not None and phrase.last == index + 1 and phrase.tag in ("institution", "collective", "unlisted") and not phrase.country
        branded = word.stem in _BRANDED and index + 1 < len(words) and words[index + 1].form in BRANDS and index + 1 not in starts
        if (bare or index not in covered) and (branded or not _described(words, index + 1)):
            before = word.before.removesuffix("ال")
            found[index] = owner._replace(
                first=index, last=index + 1 + branded, before=before, name=None, inner=(), canonical=owner.canonical if owner.canonical and owner.tag != "collective" else _text(words, owner), rule="head",
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


def _head(word: Word) -> str:
    """The stem of a first noun, وفدا as وفد."""
    return word.stem[:-1] if word.stem.endswith("ا") and word.stem[:-1] in _SENT else word.stem


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


def with_himself(words: Sequence[Word], phrases: Sequence[Phrase], himself: Mapping[str, frozenset[str]]) -> tuple[Phrase, ...]:
    """`phrases` with «سموه», «فخامته» standing for whoever was last named with such a title; `himself` has the first words of those titles."""
    found: list[Phrase] = []
    for phrase in phrases:
        title = words[phrase.first].raw[len(phrase.before) :]
        if title in _JOY and _described(words, phrase.last):
            continue
        titles = himself.get(title) if phrase.last == phrase.first + 1 and phrase.kind == "person" else None
        owner = next((p for p in reversed(found) if p.name is not None and p.role is not None and {words[p.role[0]].stem, words[p.role[1] - 1].stem} & titles), None) if titles else None
        found.append(phrase if owner is None else owner._replace(first=phrase.first, last=phrase.last, before=phrase.before, name=None, role=None, inner=(owner,), rule="himself"))
    return tuple(found)


_BEFORE_LATTER = frozenset({"هذا", "هذه", "لهذا", "لهذه", "بهذا", "بهذه", "ان", "عن", "مع", "من", "الي", "لان"})
_LATTER_FAR = 50
