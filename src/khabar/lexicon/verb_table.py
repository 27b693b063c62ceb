"""Every form of every verb of the lists, made by conjugation, looked up by the word as written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from khabar.lexicon.files import tsv_rows
from khabar.lexicon.verbs import Person, Tense, VerbForm, conjugate, conjugate_before_suffix
from khabar.text.fold import fold_word

# By how much (Zipf) a verb that tells an act or speech may be rarer than another that is spelled alike.
_LIKING = 0.7
# A noun that is this common (Zipf) is likelier than a verb spelled like it before a pronoun.
_COMMON = 4.0
_KNOWN = 2.0
_ARTICLED = 3.3
_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك")

# How much commoner, in Zipf frequency, a verb behind و must be.
_COMMONER = 0.85


class VerbReading(NamedTuple):
    """One way to read a word as a verb: clitics before it, its form, the object pronoun on it ("" for none)."""

    before: str
    form: VerbForm
    after: str


class VerbTable:
    """Readings of words as finite verbs; `nouns` are the lemmas whose bare form is more often a noun."""

    def __init__(
        self, forms: Mapping[str, str], stems: Mapping[str, str], nouns: frozenset[str], zipf: Callable[[str], float], preferred: frozenset[str],
    ) -> None:
        """`forms` and `stems` hold verbs as `packed` writes them: most are never asked for, and so many strings load quicker than objects."""
        self._zipf = zipf
        self._preferred = preferred
        self._forms = forms
        self._stems = stems
        self.nouns = nouns
        self._known: dict[str, tuple[VerbReading, ...]] = {}

    def __reduce__(self) -> tuple[type["VerbTable"], tuple[object, ...]]:
        """What was read so far stays behind."""
        return type(self), (self._forms, self._stems, self.nouns, self._zipf, self._preferred)

    def is_noun(self, stem: str) -> bool:
        """Whether a folded form in ت, as before a pronoun, is a common noun in ة: حملت(ها) of حملة."""
        return stem.endswith(("ه", "ت")) and self._zipf(f"{stem[:-1]}ه") > _COMMON

    def also_noun(self, lemma: str) -> bool:
        """Whether a verb is spelled like its own noun (رفض، دعم), which newspapers write with ال too."""
        return self._zipf(f"ال{lemma}") > _ARTICLED

    def is_man(self, form: str) -> bool:
        """Whether a folded noun has a feminine in ة, as وزير has, and so is a man's."""
        return self._zipf(f"{form}ه") > _KNOWN

    def readings(self, form: str) -> tuple[VerbReading, ...]:
        """All readings of the folded word `form`, the one with the fewest clitics first."""
        known = self._known.get(form)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[form] = self._with_and(form, tuple(sorted(self._read(form), key=self._rank)))
        return known

    def _with_and(self, form: str, found: tuple[VerbReading, ...]) -> tuple[VerbReading, ...]:
        """ودعا، ووصل: «and he called», «and he arrived», where the verb behind و is far commoner than one that begins with it, or two و meet."""
        if not form.startswith("و") or not found or found[0].before:
            return found
        other = next((r for r in found if r.before == "و" and not r.after), None)
        if other is None or not (form.startswith("وو") or self._zipf(other.form.lemma) - self._zipf(found[0].form.lemma) >= _COMMONER):
            return found
        return (other, *(r for r in found if r is not other))

    def _rank(self, reading: VerbReading) -> tuple[int, int, float]:
        """Fewest clitics first, then the commonest verb."""
        liking = _LIKING if reading.form.lemma in self._preferred else 0.0
        return len(reading.before), len(reading.after), -self._zipf(reading.form.lemma) - liking

    def _read(self, form: str) -> Iterable[VerbReading]:
        for before in ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل"):
            if not form.startswith(before) or len(form) < len(before) + 2:
                continue
            core = form[len(before):]
            for verb in unpacked(self._forms.get(core, "")):
                if _may_follow(before, verb):
                    yield VerbReading(before, verb, "")
            for suffix in _SUFFIXES:
                if core.endswith(suffix) and len(core) > len(suffix) + 1:
                    stem = core[: -len(suffix)]
                    for verb in unpacked(self._stems.get(stem) or self._forms.get(stem, "")):
                        if _may_follow(before, verb):
                            yield VerbReading(before, verb, suffix)


def packed(verbs: Iterable[VerbForm]) -> str:
    """Verb forms as one string."""
    return ";".join(f"{v.lemma} {v.tense} {v.person} {'passive' if v.passive else 'active'}" for v in verbs)


def unpacked(verbs: str) -> Iterator[VerbForm]:
    """The verb forms in a string, in their order."""
    for each in verbs.split(";") if verbs else ():
        lemma, tense, person, voice = each.split(" ")
        yield VerbForm(lemma, cast(Tense, tense), cast(Person, person), voice == "passive")


def _may_follow(before: str, verb: VerbForm) -> bool:
    """س and ل stand only before an imperfect."""
    return verb.tense != "perfect" or before in ("", "و", "ف")


def load_verbs(pairs: Sequence[tuple[str, str]], zipf: Callable[[str], float]) -> VerbTable:
    """The general verbs of the package and the verbs of `pairs` (perfect, imperfect); `zipf` tells which of two verbs is commoner."""
    everything: dict[tuple[str, str], None] = {}
    nouns = set()
    for cells in tsv_rows("verbs.tsv"):
        everything[cells[0], cells[1]] = None
        if len(cells) > 2 and cells[2].strip() == "n":
            nouns.add(fold_word(cells[0]))
    everything.update(dict.fromkeys(pairs))
    forms: dict[str, dict[VerbForm, None]] = defaultdict(dict)
    stems: dict[str, dict[VerbForm, None]] = defaultdict(dict)
    for perfect, imperfect in everything:
        for form, verb in conjugate(perfect, imperfect):
            if verb.person not in ("1s", "1p"):
                forms[form][verb] = None
        for form, verb in conjugate_before_suffix(perfect, imperfect):
            if verb.person not in ("1s", "1p"):
                stems[form][verb] = None
    return VerbTable(
        {f: packed(v) for f, v in forms.items()}, {f: packed(v) for f, v in stems.items()}, frozenset(nouns), zipf, frozenset(fold_word(p) for p, _ in pairs),
    )
