"""Which words of a sentence are its finite verbs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from khabar.lexicon.grammar import Grammar
from khabar.lexicon.verb_table import VerbReading, VerbTable
from khabar.lexicon.verbs import VerbForm
from khabar.text.words import Word

# What is accepted: قبل وساطة, not قبل يومين.
_ACCEPTED = frozenset("وساطه استقاله دعوه عرض مقترح اقتراح شروط هدنه خطه مبادره اعتذار مطالب تحدي عرضا اقتراحا مقترحا".split())
# What somebody gives voice to.
_FEELINGS = frozenset("قلق امل رفض دعم استياء تقدير ثقه شكر ارتياح اسف اعتراض تاييد غضب تضامن ادانه استنكار ترحيب سعاده سرور فخر اعتزاز رغبه حزن صدمه تعاز تعازي امتنان تفاول خشيه مخاوف استعداد".split())
# Behind ب these make no object: بفضل، باعتبار.
_IDIOMS = frozenset({"فضل", "اعتبار", "حد", "مثابه", "حسب", "شكل", "صوره", "نسبه", "نحو"})
_DAMMA = "\u064f"
_SHADDA = "\u0651"
# What is brought to an end: وقف إطلاق النار is a noun.
_CEASED = frozenset({"اطلاق", "لاطلاق", "نار", "قتال", "عدوان", "عمليات"})
_THOUSANDS = frozenset({"الف", "الاف", "مليون", "ملايين", "ميه", "مايه"})
# The bare perfects that are told from a noun of the same letters by who stands right behind: ثمن الوزير.
_BEFORE_ACTORS = frozenset({"ثمن", "عين", "راس", "اقدم"})
# On a noun or a participle alone: طالباً، متهماً.
_TANWIN = "\u064b"

_OF_VICTIMS = frozenset({"قتل", "جرح", "خطف", "اسر", "سجن", "طعن"})
_TURNED = frozenset({"علي", "ضد", "الي", "تجاه", "بحق", "يستهدف", "يطال", "يطاول"})
_ANNOUNCING = frozenset({"اعلن", "قرر", "واصل", "استانف", "بدا"})
_NEAR = 10
# After these alone a verb is clipped: لم يستعد is from استعاد, يستعد from استعدّ.
_JUSSIVE = frozenset({"لم", "ولم", "فلم", "الم", "لما", "لا", "ولا"})
# After these no verb is perfect: لم تقدم is from قدّم, never تقدّم.
_BEFORE_IMPERFECT = frozenset({"لم", "ولم", "فلم", "الم", "لن", "ولن", "فلن", "لكي", "كي"})


class Verb(NamedTuple):
    """A finite verb, the word `at`; `lemma` is its folded perfect, `before` and `after` its clitics."""

    at: int
    lemma: str
    tense: str
    person: str
    passive: bool
    before: str
    after: str


def find_verbs(
    words: Sequence[Word], first: int, last: int, table: VerbTable, grammar: Grammar, names: frozenset[str], taken: Callable[[int], bool],
) -> tuple[Verb, ...]:
    """The finite verbs among the words `first` up to `last`; words that `taken` claims for a name are none."""
    found: list[Verb] = []
    for index in range(first, last):
        word = words[index]
        if word.kind != "word" or taken(index) or _TANWIN in word.raw:
            continue
        readings = table.readings(word.form)
        if not readings:
            continue
        reading = _likely(readings, words, index, taken, table, grammar)
        if reading is not None and reading.form.tense == "jussive" and (index == first or words[index - 1].form not in _JUSSIVE):
            reading = next((r for r in readings if (r.before, r.after) == (reading.before, reading.after) and r.form.tense != "jussive"), reading)
        if reading is not None and (reading.before and word.form in names or _is_announced(found, words, index, reading, table)):
            continue
        if reading is not None and (_after_topic(words, index, first, reading, grammar, taken) or _before_actor(words, index, first, reading, taken) or _is_verb(words, index, first, reading, table, grammar, names, taken)):
            form = reading.form
            found.append(Verb(index, form.lemma, form.tense, form.person, form.passive or _vowelled_passive(word.raw, form), reading.before, reading.after))
    return tuple(found)


def _vowelled_passive(raw: str, form: VerbForm) -> bool:
    """قُتل، يُقتل: a damma on the first letter, where the active verb has none."""
    if form.tense == "perfect":
        return _DAMMA in raw[:-1]
    return raw.lstrip("وفس")[1:2] == _DAMMA and len(form.lemma) == 3


def _likely(
    readings: Sequence[VerbReading], words: Sequence[Word], index: int, taken: Callable[[int], bool], table: VerbTable, grammar: Grammar,
) -> VerbReading | None:
    """The reading that fits the word: the first, unless the word's own clitics or the word after it tell another."""
    word = words[index]
    if index and words[index - 1].form in _BEFORE_IMPERFECT:
        readings = [r for r in readings if r.form.tense != "perfect"] or readings
    fifth = next((r for r in readings if r.form.tense == "perfect" and r.form.person == "3ms" and r.form.lemma == word.stem and not r.after), None)
    if fifth is not None and word.stem.startswith("ت") and index + 1 < len(words) and _fifth(words, index, taken, table, grammar):
        return fifth
    if word.before == "و" and readings[0].before == "" and readings[0].form.lemma == word.form:
        return readings[0]  # واصل, not و+أصل
    if readings[0].before == "و" and not word.before:
        return readings[0]  # ودعت: و+دعت, by how common the verbs are
    fitting = [r for r in readings if (r.before, r.after) == (word.before, word.after)]
    if fitting and fitting[0].form.passive and fitting[0].form.tense != "perfect":
        return next((r for r in fitting if not r.form.passive), fitting[0])  # يوقعان: وقّع, not what وقع would be in the passive
    return fitting[0] if fitting else readings[0]


def _fifth(words: Sequence[Word], index: int, taken: Callable[[int], bool], table: VerbTable, grammar: Grammar) -> bool:
    """Whether تـ is part of a perfect of the fifth form (توجه إلى، تعرض الموقع), not the mark of a feminine (التي تحقق، القوات تمنع)."""
    previous, following = words[index - 1] if index else None, words[index + 1]
    if previous is not None and (previous.form in grammar.negations or previous.form in ("ان", "بان", "كي", "لكي", "حتي", "التي", "اللتان", "والتي")):
        return False
    if following.form in grammar.prepositions or following.before in ("ب", "ل"):
        return True
    if previous is not None and previous.kind == "word" and (taken(index - 1) or previous.article):
        return False
    named = taken(index + 1) and not following.article and not table.is_man(following.form)
    return not (following.kind == "word" and not following.before.removesuffix("ال") and (following.raw.endswith(("ة", "ات", "اء")) or named))


def _after_topic(words: Sequence[Word], index: int, first: int, reading: VerbReading, grammar: Grammar, taken: Callable[[int], bool]) -> bool:
    """أن المدعي العام فلان توجه إلى: a verb that could be a noun, behind somebody's name that أن or its like sets first."""
    place = index - 1
    if reading.form.tense != "perfect" or reading.form.person != "3ms" or reading.before or reading.after or place < first or not taken(place):
        return False
    while place >= first and taken(place):
        place -= 1
    if place < first or words[place].form not in grammar.openers or words[place].raw[0] not in "أإانبف":
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or words[index - 1].article and following.kind == "word" and not following.before and not following.article:
        return following is not None  # بأن الطيران الكيني قصف مدرسة
    return following.form in grammar.prepositions or following.form in grammar.adverbs


def _before_actor(words: Sequence[Word], index: int, first: int, reading: VerbReading, taken: Callable[[int], bool]) -> bool:
    """وثمن الوزير: a verb that could be a noun, where a sentence begins and somebody's name or title follows at once."""
    opens = index == first or words[index - 1].kind in ("sign", "break")
    bare = reading.form.lemma in _BEFORE_ACTORS and reading.form.tense == "perfect" and reading.form.person == "3ms" and not reading.after
    return opens and bare and index + 1 < len(words) and taken(index + 1) and not words[index + 1].before.removesuffix("ال")


def _is_verb(
    words: Sequence[Word], index: int, first: int, reading: VerbReading, table: VerbTable, grammar: Grammar, names: frozenset[str], taken: Callable[[int], bool],
) -> bool:
    """Whether a word that could be a verb is one here, by what stands before it."""
    word = words[index]
    if word.raw.endswith(("\u064b", "\u064d", "اً", "ة")) or reading.after and reading.form.tense == "perfect" and word.raw.lstrip("وف").startswith("إ"):
        return False  # إحالتهم is no أحالتهم
    if word.article and (not reading.form.lemma.startswith("ال") or reading.after) or (word.before and word.before[-1] in "بك"):
        return False
    special = _by_itself(words, index, first, reading, grammar)
    if special is not None:
        return special
    previous = words[index - 1] if index > first else None
    if _two_nouns(words, index, previous, reading, grammar, names):
        return False
    herald = previous is not None and previous.form in grammar.verb_heralds
    if herald and previous is not None and previous.article and reading.after and reading.form.lemma in table.nouns and reading.form.tense == "perfect" and reading.form.person == "3ms":
        return False  # أعلنت الخميس رفضها
    if herald or reading.form.tense == "imperfect" and not (previous is not None and previous.form in grammar.prepositions and previous.form not in grammar.openers):
        return True
    if previous is not None and previous.kind == "word" and previous.form in grammar.prepositions and previous.form not in grammar.openers:
        return False
    if reading.form.tense == "perfect" and reading.form.person == "3fs" and reading.after and table.is_noun(word.stem) and not (previous is not None and (previous.form in grammar.openers or previous.form in grammar.relatives)):
        return False  # حملتها العسكرية
    bare = reading.form.tense == "perfect" and reading.form.person == "3ms"
    if bare and not reading.before and not reading.after and _is_described(words, index, reading, taken):
        return False
    if not bare or reading.form.lemma not in table.nouns and not (reading.after and table.also_noun(reading.form.lemma)):
        return True
    if reading.after:
        return _tells_of(words, index, previous, grammar)
    if previous is not None and previous.form in grammar.openers:
        return True
    return _opens_clause(previous, reading) and not _noun_follows(words, index)


def _by_itself(words: Sequence[Word], index: int, first: int, reading: VerbReading, grammar: Grammar) -> bool | None:
    """Whether a word is a verb by what it is and what follows it; None where that does not tell."""
    word = words[index]
    if reading.form.lemma == "عبر" and reading.form.tense == "perfect" and reading.form.person == "3ms":
        return _expresses(words, index)
    if reading.form.lemma == "وعد" and reading.form.tense == "imperfect" and not _bound(words, index, "ب"):
        return False
    if reading.form.lemma in ("دعا", "ادعي") and word.raw.endswith("ى") and reading.form.tense == "imperfect":
        return False  # يُدعى: what somebody is called
    if word.form in ("قبل", "وقبل") and index + 1 < len(words) and words[index + 1].stem in _ACCEPTED:
        return True
    plain = word.raw.removeprefix("و")
    if plain.startswith("هنأ") and reading.form.lemma == "هنا" or plain[2:3] == _SHADDA and len(reading.form.lemma) == 3 and reading.form.tense == "perfect" and not reading.before.strip("و"):
        return True  # هنأ, not هنا; ثمّن, not ثمن
    counted = index > first and (words[index - 1].kind == "number" or words[index - 1].form in _THOUSANDS)
    if counted and reading.form.tense == "perfect" and reading.form.person == "3ms" and not reading.before and reading.form.lemma == "طالب":
        return False  # مئة ألف طالب
    if reading.form.lemma == "ثمن" and reading.after and reading.form.tense == "perfect" and not word.before:
        return False  # وصل ثمنها
    if reading.form.lemma == "وقف" and index + 1 < len(words) and words[index + 1].stem in _CEASED:
        return False  # وقف إطلاق النار
    himself = index + 1 < len(words) and words[index + 1].form in ("نفسه", "نفسها", "انفسهم", "انفسهما", "نفسيهما")  # فجر نفسه: no dawn
    if himself and word.form == "فجر":
        return True
    if word.form in ("بين", "وبين") and _makes_clear(words, index, first):
        return True
    following_that = index + 1 < len(words) and words[index + 1].form in ("ان", "انه", "انها", "انهم")
    if word.raw.removeprefix("و").startswith("أبان") and reading.form.lemma == "ابان" or following_that and word.form.removeprefix("و") == "بين":
        return True  # أبان, not إبان; بيّن أن, not بين
    dawn = word.form in grammar.adverbs and (index > first and words[index - 1].form not in grammar.verb_heralds)
    if word.form in grammar.prepositions or word.stem in grammar.prepositions or dawn or word.form in grammar.relatives or word.form in grammar.never_verbs or word.form[:1] == "و" and word.form[1:] in grammar.never_verbs:
        return False
    return None


def _makes_clear(words: Sequence[Word], index: int, first: int) -> bool:
    """وبيّن فلان أن: a verb where a clause begins and a statement follows; behind the preposition comes another, joined by و."""
    previous = words[index - 1] if index > first else None
    if previous is not None and previous.kind == "word" and previous.form not in ("كما", "قد", "وقد"):
        return False
    for word in words[index + 1 : index + 14]:
        if word.form in ("ان", "انه", "انها", "انهم", "بان", "بانه") or word.raw == ":" and index + 1 < len(words) and words[index + 1].raw != ":":
            return True
        if word.before.startswith("و") or word.kind == "break" or word.raw in ".؛؟!":
            return False
    return False


def _two_nouns(words: Sequence[Word], index: int, previous: Word | None, reading: VerbReading, grammar: Grammar, names: frozenset[str]) -> bool:
    """Whether what looks like a verb in the dual is a noun in the accusative."""
    word = words[index]
    if reading.form.person == "3md" and index + 1 < len(words) and words[index + 1].raw.endswith(("يا", "ياً")):
        return True  # قاضيا أرجنتينيا: two nouns in the accusative
    if previous is not None and previous.form in ("هناك", "ثمه", "وثمه") and word.form.endswith("ا"):
        return True  # هناك توافقا: a noun in the accusative
    return reading.form.person == "3md" and reading.form.tense == "perfect" and not _after_two(previous, reading, grammar, names)


def _tells_of(words: Sequence[Word], index: int, previous: Word | None, grammar: Grammar) -> bool:
    """هجوم شنه، حيث قصفها: a verb with its object, not the noun with its owner of «أعلنت الحركة رفضها» and «عن رفضه»."""
    if previous is None or previous.kind != "word" or words[index].before:
        return previous is None or previous.kind == "break" or previous.raw in ".؟!؛:،"
    if previous.form in grammar.openers or previous.form in grammar.relatives:
        return True
    return not (previous.article or previous.before or previous.after or previous.form in grammar.prepositions or previous.raw[-1] in "اً")


def _expresses(words: Sequence[Word], index: int) -> bool:
    """عبّر فلان عن: a verb where a clause begins and عن follows, elsewhere the preposition."""
    opens = index == 0 or words[index - 1].kind in ("sign", "break") or words[index].form.startswith("و")
    of = next((n for n in range(index + 1, min(index + 16, len(words) - 1)) if words[n].form == "عن"), None)
    return of is not None and (opens and of < index + 12 or words[of + 1].stem in _FEELINGS)


def _bound(words: Sequence[Word], index: int, preposition: str) -> bool:
    """Whether a word with `preposition` written on it follows soon: تعد بمساعدة; without it تعد is no promise."""
    return any(w.kind == "word" and (w.before.endswith(preposition) and w.stem not in _IDIOMS or w.form == preposition + "ان") for w in words[index + 1 : index + 4])


def _after_two(previous: Word | None, reading: VerbReading, grammar: Grammar, names: frozenset[str]) -> bool:
    """اتفقا, but not طلبا: a perfect in the dual is spelled like a noun in the accusative, and needs the two before it."""
    if previous is not None and previous.kind == "number":
        return False  # 15 فردا
    if previous is None or previous.kind != "word" or reading.before[:1] in ("و", "ف"):
        return previous is None or len(reading.form.lemma) > 3 and (previous.kind == "word" or bool(reading.before))
    return previous.form.endswith("هما") or (previous.article and previous.form.endswith("ان") and previous.form not in names) or previous.form in grammar.openers or previous.form in grammar.verb_heralds


def _opens_clause(previous: Word | None, reading: VerbReading) -> bool:
    """Whether a doubtful word stands where a clause begins."""
    return previous is None or previous.kind != "word" or bool(reading.before)


def _noun_follows(words: Sequence[Word], index: int) -> bool:
    """قصف ال… may be both; a following preposition of the noun's own tells a noun: قصف على, دعم ل."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or following.kind != "word"


def _is_described(words: Sequence[Word], index: int, reading: VerbReading, taken: Callable[[int], bool]) -> bool:
    """قصف تركي على، رفض إيراني لـ: a noun with its adjective before what it is turned to, and no verb; قتل تركي may be one."""
    if index + 2 >= len(words) or reading.form.lemma in _OF_VICTIMS:
        return False
    adjective, turned = words[index + 1], words[index + 2]
    relation = adjective.kind == "word" and not adjective.before and not adjective.after and adjective.form.endswith("ي") and len(adjective.form) > 3
    return relation and not taken(index + 1) and (turned.form in _TURNED or turned.before == "ل" or turned.raw.startswith("لـ"))


def _is_announced(found: Sequence[Verb], words: Sequence[Word], index: int, reading: VerbReading, table: VerbTable) -> bool:
    """أعلنت القاهرة، الثلاثاء، رفع مستوى: behind commas the noun that a verb of announcing waits for, no verb without و."""
    form = reading.form
    if not found or (form.tense, form.person, reading.before, reading.after) != ("perfect", "3ms", "", "") or form.lemma not in table.nouns or words[index - 1].raw not in "،,":
        return False
    last = found[-1]
    return last.lemma in _ANNOUNCING and index - last.at <= _NEAR and not any(w.form in ("ان", "بان", "عن", "انه", "انها", ":") for w in words[last.at : index])
