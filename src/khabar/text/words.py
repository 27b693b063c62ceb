"""The words of a text, with the clitics they carry."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from khabar.text.fold import Folded

# A number with its inner separators, a word, an empty line (paragraph), or one sign.
_TOKEN = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|\n[ \t]*\n\s*|[^\w\s]|_")
_make = tuple.__new__

# What a clitic costs: the logarithm of how often a word of news carries it.
_BEFORE = {
    "": 0.0, "و": -0.4, "ف": -3.0, "ب": 0.4, "ل": 0.0, "ك": -0.7, "س": -0.2, "وب": -1.3, "ول": -0.5, "وس": -2.5, "وك": -4.2, "فب": -3.7, "فل": -2.4,
    "فس": -4.2,
}
_AFTER = {"": 0.0, "ه": 0.2, "ها": 0.5, "هم": -0.5, "هما": -0.7, "هن": -2.4, "نا": -1.3, "كم": -2.6, "ك": -3.3, "ني": -3.3, "ي": -2.3}
# These stand only before words that are known: before others they are the first letter of a name.
_RARE = frozenset("بكسف")
_ORDER = sorted(_AFTER, key=len, reverse=True)
_BACK = 0.25


class Word(NamedTuple):
    """One word, number or sign. `start` and `end` are places in the raw text.

    `form` is the whole word folded; `raw` is as written. `kind` is "word", "number", "sign" or "break" (an empty line).
    The clitics, all folded: `before` is what stands before the stem without the article ("و", "ول", "س" …),
    `article` whether ال (or the لل that hides it) stands there, `stem` what is left, `after` a pronoun suffix or "".
    """

    start: int
    end: int
    raw: str
    form: str
    kind: str
    before: str
    article: bool
    stem: str
    after: str


Split = tuple[str, bool, str, str]


class Frequencies:
    """How common folded words are, in tenths of Zipf frequency, and the splits already decided."""

    def __init__(self, tenths: dict[str, int], protected: frozenset[str]) -> None:
        self._tenths = tenths
        self._protected = protected
        self._splits: dict[str, Split] = {}

    def __reduce__(self) -> tuple[type["Frequencies"], tuple[dict[str, int], frozenset[str]]]:
        """What was split so far stays behind."""
        return type(self), (self._tenths, self._protected)

    def zipf(self, form: str) -> float:
        """The Zipf frequency of a folded word: 8 the commonest, 0 unknown."""
        return self._tenths.get(form, 0) / 10

    def protecting(self, names: frozenset[str]) -> "Frequencies":
        """The same, with words that are never cut."""
        return Frequencies(self._tenths, self._protected | names)

    def split(self, form: str, last: str) -> Split:
        """The clitics of a folded word: before, article, stem, after; `last` is its last letter as written."""
        key = form + last if last in "ةى" else form
        known = self._splits.get(key)
        if known is None:
            if len(self._splits) > 300_000:
                self._splits.clear()
            known = self._splits[key] = self._decide(form, last)
        return known

    def _decide(self, form: str, last: str) -> Split:
        if form in _CLOSED:
            return _CLOSED[form]
        if form in self._protected and form.startswith("ال") and len(form) > 4:
            return ("", True, form[2:], "")
        if form in self._protected or len(form) < 3:
            return ("", False, form, "")
        whole = self.zipf(form)
        best: Split = ("", False, form, "")
        score = max(whole - _BACK, 0.4)
        if form.startswith("ال") and len(form) > 3:
            best = ("", True, form[2:], "")
            score = max(whole, self.zipf(form[2:]) - 0.8, 1.0)
        for candidate in _splits(form):
            before, article, stem, after = candidate
            if after in ("ه", "ي") and last in "ةى":
                continue
            if form.startswith("ال") and not before and not article:
                continue
            value = max(self._stem(stem, article, after)) + _BEFORE[before] + _AFTER[after]
            if before in ("س", "وس", "فس") and stem[0] not in "يتنا" or (before[-1:] in _RARE and max(self._stem(stem, article, after)) < 1.5):
                continue
            if value > score:
                best, score = candidate, value
        before, article, stem, after = best
        if after and stem.endswith(("اي", "او")) and self.zipf(stem[:-1] + "ء") > self.zipf(stem):
            best = (before, article, stem[:-1] + "ء", after)
        if after and stem.endswith("ت") and self.zipf(stem[:-1] + "ه") > self.zipf(stem):
            best = (before, article, stem[:-1] + "ه", after)
        return best

    def _stem(self, stem: str, article: bool, after: str) -> Iterator[float]:
        """How common what is left would be, as it is spelled without the clitics."""
        yield 0.0
        if len(stem) < 2:
            return
        if article:
            yield self.zipf("ال" + stem) + 0.2
            yield self.zipf(stem) - 0.5
            return
        yield self.zipf(stem)
        if after:
            if stem.endswith("ت"):
                yield self.zipf(stem[:-1] + "ه")
            if stem.endswith("ا"):
                yield self.zipf(stem[:-1] + "ي") - 0.3
            if stem.endswith(("او", "اي")):
                yield self.zipf(stem[:-1] + "ء")
        else:
            yield self.zipf("ال" + stem) - 1.2


def _closed() -> dict[str, Split]:
    found: dict[str, Split] = {}
    for before in ("", "و", "ف"):
        for stem in ("ل", "ب"):
            for after in ("ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ي"):
                found[before + stem + after] = (before, False, stem, after)
        for stem in ("من", "عن", "في", "علي", "الي", "ان", "لدي", "مع", "بين", "لان", "بان", "لكن", "كان", "عند", "حول", "قبل", "بعد", "ضد"):
            for after in ("ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك"):
                core = stem[:-1] + "ي" if stem.endswith("ي") else stem
                found[before + core + after] = (before, False, stem, after)
        for stem in ("هذا", "هذه", "ذلك", "التي", "الذي", "الذين", "هو", "هي", "هم", "قد", "لقد", "كان", "كانت", "لم", "لن", "لا", "ليس", "ان", "من", "في", "علي", "الي",
                     "عن", "مع", "بعد", "قبل", "بين", "كل", "كما", "هناك", "حتي", "اذا", "لو", "ما", "منذ", "خلال", "حول", "ضد", "لدي", "نحو", "عند", "بل", "لكن", "تلك",
                     "بها", "حيث", "سوف", "كذلك", "ايضا", "اكثر", "اقل", "احد", "احدي", "غير", "اي", "عبر", "رغم", "ليست", "ماذا", "متي", "كيف", "هل", "لماذا", "اين"):
            if before and stem not in ("بها",):
                found.setdefault(before + stem, (before, False, stem, ""))
            elif stem not in ("بها",):
                found[stem] = ("", False, stem, "")
    found["فيما"] = ("", False, "فيما", "")
    found["وفيما"] = ("و", False, "فيما", "")
    for word in ("لما", "كما", "مما", "عما", "بينما", "عندما", "حينما", "فلا", "وفق", "وفقا", "وسط", "وقت", "وزير", "فقط", "فور"):
        found[word] = ("", False, word, "")
    for word, split in {"لكنه": ("", False, "لكن", "ه"), "لكنها": ("", False, "لكن", "ها"), "لانه": ("ل", False, "ان", "ه"), "لانها": ("ل", False, "ان", "ها"),
                        "لان": ("ل", False, "ان", ""), "بان": ("ب", False, "ان", ""), "بانه": ("ب", False, "ان", "ه"), "بانها": ("ب", False, "ان", "ها"),
                        "بانهم": ("ب", False, "ان", "هم"), "لانهم": ("ل", False, "ان", "هم"), "فان": ("ف", False, "ان", ""), "فانه": ("ف", False, "ان", "ه"),
                        "بذلك": ("ب", False, "ذلك", ""), "لذلك": ("", False, "لذلك", ""), "بهذا": ("ب", False, "هذا", ""), "لهذا": ("ل", False, "هذا", ""), "بشان": ("ب", False, "شان", ""), "بما": ("ب", False, "ما", ""), "بي": ("", False, "بي", ""),
                        "الاف": ("", False, "الاف", ""), "الفي": ("", False, "الفي", ""), "الفا": ("", False, "الفا", ""), "والاف": ("و", False, "الاف", ""), "بالاف": ("ب", False, "الاف", ""), "الالاف": ("", True, "الاف", ""),
                        "بالنسبه": ("ب", True, "نسبه", ""), "بالاضافه": ("ب", True, "اضافه", ""), "بالطبع": ("ب", True, "طبع", ""), "بالكاد": ("ب", True, "كاد", ""),
                        "بمثابه": ("ب", False, "مثابه", ""), "بخصوص": ("ب", False, "خصوص", ""), "ببساطه": ("ب", False, "بساطه", ""), "بات": ("", False, "بات", ""),
                        "باتت": ("", False, "باتت", ""), "انفسهم": ("", False, "انفس", "هم"), "نفسه": ("", False, "نفس", "ه"), "نفسها": ("", False, "نفس", "ها"),
                        "وحده": ("", False, "وحد", "ه"), "وحدها": ("", False, "وحد", "ها"), "مما": ("", False, "مما", ""), "كلي": ("", False, "كلي", ""),
                        "عاده": ("", False, "عاده", ""), "خاصه": ("", False, "خاصه", ""),
                        "بهذه": ("ب", False, "هذه", ""), "لهذه": ("ل", False, "هذه", ""), "بمن": ("ب", False, "من", ""), "لمن": ("ل", False, "من", "")}.items():
        found[word] = split
        found["و" + word] = ("و" + split[0], *split[1:])
    return found


_CLOSED = _closed()


def _splits(form: str) -> Iterator[Split]:
    """Every split that the order of clitics allows: و ف, then ب ل ك س, then ال, and a suffix at the end."""
    for before in _BEFORE:
        if not form.startswith(before):
            continue
        rest = form[len(before):]
        article = False
        if before.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
            yield before, True, rest[1:], ""
            continue
        if rest.startswith("ال") and len(rest) > 3 and before[-1:] not in ("س", "ل"):
            article, rest = True, rest[2:]
        if len(rest) < 2:
            continue
        yield before, article, rest, ""
        if article:
            continue
        for after in _ORDER:
            if after and rest.endswith(after) and len(rest) - len(after) >= 2:
                yield before, False, rest[: -len(after)], after


def words(folded: Folded, frequencies: Frequencies) -> tuple[Word, ...]:
    """The words, numbers and signs of a text, in order; blanks are none of them."""
    raw, found = folded.raw, []
    moved = bool(folded.starts)
    for match in _TOKEN.finditer(folded.text):
        start, end = match.span()
        form = match.group()
        if moved:
            start, end = folded.source(start, end)
        first = form[0]
        if first.isalpha():
            before, article, stem, after = frequencies.split(form, _last_letter(raw, start, end) if moved else raw[end - 1])
            found.append(_make(Word, (start, end, raw[start:end], form, "word", before, article, stem, after)))
        else:
            kind = "number" if first.isdigit() else "break" if first == "\n" else "sign"
            found.append(_make(Word, (start, end, raw[start:end], form, kind, "", False, form, "")))
    return tuple(found)


def _last_letter(raw: str, start: int, end: int) -> str:
    """The last letter of a word, the marks on it left out."""
    while end - 1 > start and ("\u064b" <= raw[end - 1] <= "\u0652" or raw[end - 1] in "\u0670\u0640"):
        end -= 1
    return raw[end - 1]


def parts(word: Word) -> tuple[str, ...]:
    """The word as written, cut between clitics and stem; ال stays on the stem, and so does the second ل of لل."""
    if word.kind != "word" or not (word.before or word.after):
        return (word.raw,)
    cuts, raw = [], word.raw
    ends = _letter_ends(raw)
    place = 0
    for number in range(len(word.before)):
        cuts.append(raw[place : ends[number]])
        place = ends[number]
    tail = len(ends) - len(word.after)
    middle = ends[tail - 1] if word.after else len(raw)
    cuts.append(raw[place:middle])
    if word.after:
        cuts.append(raw[middle:])
    return tuple(cuts)


def _letter_ends(raw: str) -> list[int]:
    """Where each letter of a word ends, the marks on it included."""
    ends: list[int] = []
    for place, letter in enumerate(raw):
        if "\u064b" <= letter <= "\u0652" or letter in "\u0670\u0640":
            if ends:
                ends[-1] = place + 1
        else:
            ends.append(place + 1)
    return ends


def load_frequencies() -> Frequencies:
    """The word frequencies of the package."""
    tenths: dict[str, int] = {}
    for line in (files("khabar.lexicon") / "data" / "frequencies.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            zipf, _, forms = line.partition("\t")
            tenths.update(dict.fromkeys(forms.split(" "), int(zipf)))
    return Frequencies(tenths, frozenset())
