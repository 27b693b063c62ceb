"""All spellings of all lists found in one pass over the words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs

from khabar.text.fold import fold_word
from khabar.text.words import Word

T = TypeVar("T")
_PIECE = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|[^\w\s]|_")
_CLITICS = re.compile(r"^([وف]?)([بلك]?)((?:ال)?)")
_HIDDEN_ARTICLE = re.compile(r"^([وف]?)لل(?=...)")
_ENDINGS = ("هما", "هم", "ها", "هن", "نا", "كم", "ه")


class Hit(NamedTuple, Generic[T]):
    """A printed form of a list over the words `first` up to `last`; `before` are the clitics left of it, ال included.

    `after` is the pronoun suffix on its last word, "" for none.
    """

    first: int
    last: int
    before: str
    after: str
    form: str
    value: T


def pattern(form: str) -> str:
    """`form` as the finder sees it: folded, its words and signs one blank apart, the article that لل hides written out."""
    return " ".join(_HIDDEN_ARTICLE.sub(r"\1لال", piece) for piece in _PIECE.findall(fold_word(form)))


class Finder(Generic[T]):
    """Finds all `forms` at once; a form may stand behind clitics, those in `owned` before a pronoun suffix as well."""

    def __init__(self, forms: Mapping[str, T], owned: Iterable[str] = ()) -> None:
        self._forms = list(forms.items())
        self._values = dict(self._forms)
        self._patterns = [form for form, _ in self._forms]
        self._plain = len(self._patterns)
        self._owned = [form for form in owned if form in forms]
        self._patterns += [form[:-1] + "ت" if form.endswith("ه") else form for form in self._owned]
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns)
        self._starts: dict[str, tuple[tuple[int, str], ...]] = {}

    @property
    def forms(self) -> dict[str, T]:
        """What every form means; a copy."""
        return dict(self._values)

    @property
    def owned(self) -> tuple[str, ...]:
        """The forms that may stand before a pronoun suffix."""
        return tuple(self._owned)

    def __reduce__(self) -> "tuple[type[Finder[T]], tuple[dict[str, T], list[str]]]":
        """The automaton is built anew where the lists arrive: it is quicker than carrying it."""
        return type(self), (self._values, self._owned)

    def find(self, words: Sequence[Word]) -> tuple[Hit[T], ...]:
        """Every form in `words`, by place, the longest first."""
        pieces: list[str] = []
        starts: dict[int, tuple[int, str]] = {}
        ends: dict[int, tuple[int, str]] = {}
        place = 0
        for index, word in enumerate(words):
            form = word.form if word.kind != "break" else "\n"
            if word.kind == "word":
                form = _HIDDEN_ARTICLE.sub(r"\1لال", form)
                for offset, before in self._openings(form):
                    starts[place + offset] = (index, before)
                for ending in _ENDINGS:
                    if form.endswith(ending) and len(form) > len(ending) + 2 and not word.raw.endswith("ة"):
                        ends[place + len(form) - len(ending)] = (index + 1, ending)
            else:
                starts[place] = (index, "")
            pieces.append(form)
            place += len(form)
            ends[place] = (index + 1, "")
            place += 1
        hits = []
        for number, start, end in self._automaton.find_matches_as_indexes(" ".join(pieces), overlapping=True):
            opening, closing = starts.get(start), ends.get(end)
            if opening is None or closing is None or (number >= self._plain) != bool(closing[1]):
                continue
            form = self._forms[number][0] if number < self._plain else self._owned[number - self._plain]
            hits.append(Hit(opening[0], closing[0], opening[1], closing[1], form, self._values[form]))
        return tuple(sorted(hits, key=lambda hit: (hit.first, -hit.last, len(hit.before), len(hit.after))))

    def _openings(self, form: str) -> tuple[tuple[int, str], ...]:
        known = self._starts.get(form)
        if known is None:
            if len(self._starts) > 200_000:
                self._starts.clear()
            known = self._starts[form] = tuple(_openings(form))
        return known


def _openings(form: str) -> Iterable[tuple[int, str]]:
    """Where a name may start in one word, and the clitics before it."""
    found = {0: ""}
    match = _CLITICS.match(form)
    if match is not None:
        whole, preposition, _ = match.groups()
        for length in {len(whole), len(whole) + len(preposition)}:
            found[length] = form[:length]
        for length in tuple(found):
            if form.startswith("ال", length):
                found[length + 2] = form[: length + 2]
    return [(length, before) for length, before in found.items() if len(form) - length >= 2]
