"""Names that no list knows, told by where they stand: behind a verb of saying and a title, right before what is said."""

from collections.abc import Callable, Container, Sequence

from khabar.clauses.phrase import Phrase
from khabar.clauses.statements import COMPLEMENTS
from khabar.text.words import Word

# How common (Zipf) a name's first word and its rarest word may be at most, and both where no title stands before it.
_FIRST, _RAREST, _UNTITLED = 5.1, 4.0, 4.0
_LONGEST = 5
# How words end that are no names: the plurals, the accusative, ta marbuta in an adjective of two.
_NO_NAME = ("ون", "ين", "ات", "اً", "ًا", "ان")
# Before where or when somebody speaks.
_WHERE = frozenset({"في", "خلال", "عقب", "عبر", "امام", "اثناء", "لدي"})
_KIN = frozenset({"والد", "والده", "شقيق", "شقيقه", "زوج", "زوجه", "ابن", "ابنه", "عم", "خال", "جار", "قريب"})
_BEFORE_WORDS = frozenset(":«\"“(،,")


def with_told_names(
    words: Sequence[Word], phrases: Sequence[Phrase], says: Callable[[int], bool], stops: Callable[[int], bool], common: Callable[[str], float],
    known: Callable[[int], bool], taken: Container[int],
) -> tuple[Phrase, ...]:
    """`phrases`, with the name of whoever speaks under a title (أكد المحلل التركي ياسن اقطاي أن) or without one (قال رأفت الصباغ إن).

    `says` and `stops` tell which words are verbs of saying, and which are no names; `common` how common a folded word is, `known` which words are on the lists of names; `taken` words belong to dates.
    """
    starts = {p.first: p for p in phrases}
    covered = {i for p in phrases for i in range(p.first, p.last)}
    found = {p.first: _with_last(words, p, lambda i: i in covered or i in taken) for p in phrases}
    for index, word in enumerate(words):
        if word.kind != "word" or index in covered or not says(index):
            continue
        title = starts.get(index + 1)
        if title is not None and title.name is not None and title.tag == "person":
            found[title.first] = _longer(words, title, lambda i: i in covered or i in taken or stops(i), common)
            continue
        if title is not None and (title.kind != "person" or title.name is not None or title.before or title.plural or not _definite(words, title)):
            continue
        start = title.last if title is not None else index + 1
        last = _run(words, start, lambda i: i in covered or i in taken or stops(i))
        if last == start or not _said_next(words, last):
            continue
        name = _name(words, start, last, title is not None, common, known)
        if name is not None and title is not None:
            found[title.first] = title._replace(last=last, tag="person", name=(name, last), role=(title.first, name), rule="told_name")
        elif name is not None:
            role = (start, name) if name > start else None  # الكشاف السعودي فلان: a title that no list has
            found[start] = Phrase(start, last, "", "person", "person", "", _side(words, last), (name, last), role, "", (), False, (), "told_name")
    return tuple(found[first] for first in sorted(found))


def _with_last(words: Sequence[Word], phrase: Phrase, ends: Callable[[int], bool]) -> Phrase:
    """المهندس محمد العمرة أن: a first name with the one word that stands between it and what is said."""
    last = phrase.last
    if phrase.name is None or phrase.name != (last - 1, last) or last + 1 >= len(words) or ends(last) or words[last + 1].form not in COMPLEMENTS:
        return phrase
    word = words[last]
    named = word.kind == "word" and word.article and not word.before.removesuffix("ال") and not word.after
    return phrase._replace(last=last + 1, name=(last - 1, last + 1), holders=()) if named else phrase


def _side(words: Sequence[Word], index: int) -> str:
    """فلان، والد أحد الضحايا: whose kin somebody is who has no title tells that he is a citizen; of an office's holder (شقيق الرئيس) it tells nothing."""
    kin = index + 2 < len(words) and words[index].raw in "،," and words[index + 1].form in _KIN and not words[index + 2].article
    return "CVL" if kin else ""


def _definite(words: Sequence[Word], title: Phrase) -> bool:
    """Whether a name may follow a title: المسؤول، قائد الشرطة; مسؤول رفيع is anybody, and باسم has another behind it."""
    told = bool(title.inner or title.country) or any(w.article for w in words[title.first : title.last])
    return told and words[title.last - 1].form not in ("باسم", "بلسان")


def _longer(words: Sequence[Word], phrase: Phrase, ends: Callable[[int], bool], common: Callable[[str], float]) -> Phrase:
    """قال عبد الستار بارز لوكالة …: a name of one or two words with the rare word behind it, right before what is said."""
    last = phrase.last
    if phrase.name is None or phrase.name[1] != last or last - phrase.name[0] > 2 or _run(words, last, ends) != last + 1 or not _said_next(words, last + 1):
        return phrase
    word = words[last]
    rare = common(word.form) < (_FIRST if words[phrase.name[0]].form in ("عبد", "ابو") else _RAREST) and not word.raw.endswith((*_NO_NAME, "ة", "ا"))
    return phrase._replace(last=last + 1, name=(phrase.name[0], last + 1), holders=()) if rare else phrase


def _run(words: Sequence[Word], start: int, ends: Callable[[int], bool]) -> int:
    """Past the bare words at `start`."""
    last = start
    while last < min(len(words), start + _LONGEST):
        word = words[last]
        if word.kind != "word" or word.after or word.before.removesuffix("ال") or word.form in COMPLEMENTS or ends(last):
            break
        last += 1
    return last


def _said_next(words: Sequence[Word], index: int) -> bool:
    """Whether what is said, or a comma or bracket before it, stands at `index`; or whom it is said to: لـ«…»."""
    if index >= len(words):
        return False
    word = words[index]
    return word.form in COMPLEMENTS or word.raw in _BEFORE_WORDS or word.raw in ("ل", "لـ") or word.before == "ل" or word.form in _WHERE


def _name(words: Sequence[Word], start: int, last: int, titled: bool, common: Callable[[str], float], known: Callable[[int], bool]) -> int | None:
    """Where in the words `start` up to `last` a name begins that goes to their end; None where they name nobody."""
    if titled:
        while start < last - 2 and (words[start].article or words[start + 1].article and common(words[start].form) > _FIRST):
            start += 1  # قائد شرطة العاصمة فلان الفلاني
    while not titled and start < last - 2 and words[start].article and not words[start].raw.endswith(("ات", "ون", "ين")):
        start += 1
    run = words[start:last]
    if run[0].article or any(w.raw.endswith(_NO_NAME) or len(w.form) < 2 for w in run):
        return None
    if len(run) == 1:
        return start if titled and (common(run[0].form) < 3.6 or known(start)) and not run[0].raw.endswith(("ة", "ا", "ي")) else None
    rarest = min(common(w.form) for w in run)
    if titled:
        return start if common(run[0].form) < _FIRST and rarest < _RAREST else None
    return start if max(common(w.form) for w in run) < _UNTITLED else None


def with_double_offices(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`phrases`, with one man who holds two offices as one: نائب الرئيس ورئيس الوزراء، فلان."""
    found: list[Phrase] = []
    for phrase in phrases:
        other = found[-1] if found else None
        if other is not None and _one_man(words, other, phrase):
            role = (other.first, phrase.role[1]) if phrase.role is not None else None
            phrase = phrase._replace(first=other.first, before=other.before, role=role, country=phrase.country or other.country, inner=(*other.inner, *phrase.inner))
            found.pop()
        found.append(phrase)
    return tuple(found)


def _one_man(words: Sequence[Word], office: Phrase, named: Phrase) -> bool:
    if office.tag != "office" or office.plural or named.name is None or named.role is None or named.before != "و" or office.last != named.first:
        return False
    between = words[named.role[1] : named.name[0]]
    return any(w.raw in "،," for w in words[named.role[0] : named.name[0]]) and not any(w.after for w in words[named.role[0] : named.role[1]]) and len(between) < 3


def _bare(words: Sequence[Word], index: int) -> str:
    """The word at `index` without what is written before it; بن and ابن are one."""
    form = words[index].form[len(words[index].before.removesuffix("ال")) :]
    return "بن" if form == "ابن" else form


def with_sons(words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`phrases`, with every later mention of somebody by the last two words of his name: ابن لبدان, سيد قادر."""
    full = {(_bare(words, p.name[1] - 2), words[p.name[1] - 1].form): p for p in reversed(phrases) if p.name is not None and p.name[1] - p.name[0] > 2}
    for phrase in phrases:
        if phrase.name is not None and phrase.name[1] - phrase.name[0] > 1:
            full.setdefault(("بن", words[phrase.name[1] - 1].form), phrase)
    sons: dict[int, Phrase] = {}
    for index, word in enumerate(words[:-1]) if full else ():
        owner = full.get((_bare(words, index), words[index + 1].form)) if words[index + 1].kind == "word" else None
        if owner is not None and owner.name is not None and owner.name[0] <= index < owner.name[1]:
            continue
        if owner is not None and not any(p.first < index < p.last for p in phrases):
            sons[index] = Phrase(
                index, index + 2, word.before, "person", "person", owner.country, owner.sector, (index, index + 2), None, "", (), False, (owner,), "short_name",
            )
    kept = [p for p in phrases if p.first not in sons and not (p.first - 1 in sons and p.last == p.first + 1)]
    return tuple(sorted([*kept, *sons.values()], key=lambda p: p.first))
