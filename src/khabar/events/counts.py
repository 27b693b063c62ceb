"""Numbers of people as news tells them: figures, words, ranges, «عشرات», duals."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word
from khabar.text.words import Word

_BEFORE = frozenset({"", "و", "ف", "ل", "ب", "ول", "وب", "ك"})
_FILE = "tolls.toml"


class Counted(NamedTuple):
    """At least `low`, at most `high` (None: open), told by the words `first` up to `last`; `whole` says that those counted are among them."""

    low: int | None
    high: int | None
    first: int
    last: int
    whole: bool = False


class CountWords(NamedTuple):
    """Folded words of number: single values, scales, vague plurals; and what stands around them, as word sequences."""

    values: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    few: frozenset[str]
    before: tuple[tuple[tuple[str, ...], str], ...]
    after: tuple[tuple[tuple[str, ...], str], ...]
    between: tuple[tuple[str, ...], ...]
    people: frozenset[str]
    dual: frozenset[str]
    one: frozenset[str]


def load_count_words() -> CountWords:
    """The words of the package."""
    table = toml_table(_FILE)
    numbers, bounds, people = table["numbers"], table["bounds"], table["people"]

    def folded(row: dict[str, object], field: str) -> list[str]:
        return [fold_word(w) for w in strings(_FILE, row, field)]

    cardinal = toml_table("date_numbers.toml")["cardinal"]
    values = {fold_word(form): int(value) for value, forms in cardinal.items() for form in forms if " " not in form and int(value) < 1000}
    values.update(dict.fromkeys(folded(numbers, "hundred"), 100))
    values.update({"الفين": 2000, "الفان": 2000, "مليونين": 2_000_000, "ميتي": 200, "مايتي": 200, "الفي": 2000})
    scales = {w: scale for field, scale in (("thousand", 1000), ("million", 1_000_000)) for w in folded(numbers, field)}
    vague = {w: low for field, low in (("tens", 20), ("hundreds", 200), ("thousands", 2000), ("millions", 2_000_000)) for w in folded(numbers, field)}
    before = [(tuple(b.split()), kind) for kind in ("least", "most", "about") for b in folded(bounds, kind)]
    after = tuple((tuple(b.split()), kind) for kind, field in (("least", "at_least"), ("most", "at_most")) for b in folded(bounds, field))
    return CountWords(
        values, scales, vague, frozenset(folded(numbers, "few")), tuple(sorted(before, key=lambda b: -len(b[0]))), after,
        tuple(tuple(b.split()) for b in folded(bounds, "between")), frozenset(folded(people, "any")), frozenset(folded(people, "dual")),
        frozenset(folded(people, "one")),
    )


class Counter:
    """Reads the numbers of one text; `dated` are the words that dates hold."""

    def __init__(self, words: Sequence[Word], count_words: CountWords, dated: Callable[[int], bool]) -> None:
        self._words, self._lists, self._dated = words, count_words, dated

    def at(self, index: int) -> Counted | None:
        """The number that starts at the word `index`, with its bounds; None where none does."""
        return self._range(index) or self._bounded(index)

    def dual(self, index: int) -> Counted | None:
        """جنديين، شخصان: two by their ending."""
        word = self._words[index]
        two = word.kind == "word" and not word.article and (word.stem in self._lists.dual or word.form in self._lists.dual)
        return Counted(2, 2, index, index + 1) if two else None

    def single(self, index: int) -> Counted | None:
        """جندي: one, where the noun is indefinite."""
        word, before = self._words[index], self._words[index - 1] if index else None
        if before is not None and (before.kind == "number" or self._word_value(before) is not None or before.stem in self._lists.scales):
            return None
        one = word.kind == "word" and not word.article and not word.after and word.before in ("", "ب", "ل") and (word.stem in self._lists.one or word.form in self._lists.one)
        return Counted(1, 1, index, index + 1) if one else None

    def _range(self, index: int) -> Counted | None:
        """ما بين 5 و7، 5 إلى 7، 5-7"""
        start = next((index + len(b) for b in self._lists.between if self._stands(index, b)), None)
        first = self._amount(index if start is None else start)
        if first is None or first.last >= len(self._words):
            return None
        place = first.last
        joint = self._words[place]
        if joint.form in ("الي", "و") or joint.raw in "-–":
            second = self._amount(place + 1)
        elif joint.form.startswith("و") and start is not None:
            second = self._amount(place)
        else:
            return None
        if start is None and joint.form == "و" or second is None or first.low is None or second.low is None or second.low <= first.low:
            return None
        return Counted(first.low, second.low, index, second.last)

    def _bounded(self, index: int) -> Counted | None:
        bound = next(((len(b), kind) for b, kind in self._lists.before if self._stands(index, b)), None)
        amount = self._amount(index + bound[0] if bound is not None else index)
        if amount is None:
            return None
        low, high, last = amount.low, amount.high, amount.last
        kind, whole = bound[1] if bound is not None else "", False
        for step in range(4):
            told = next(((len(b), k) for b, k in self._lists.after if self._stands(last + step, b)), None)
            if told is not None:
                kind, last, whole = told[1], last + step + told[0], step > 0
                break
        if kind == "least":
            high = None
        elif kind == "most":
            low = None
        return Counted(low, high, index, last, whole)

    def _stands(self, index: int, sequence: tuple[str, ...]) -> bool:
        words = self._words[index : index + len(sequence)]
        if len(words) < len(sequence):
            return False
        head = words[0]
        first = head.form == sequence[0] or head.before in ("و", "ف", "ب", "ل") and head.form[len(head.before):] == sequence[0]
        return first and all(w.form == s for w, s in zip(words[1:], sequence[1:], strict=True))

    def _amount(self, index: int) -> Counted | None:
        """An amount without bounds: 1200، خمسة وعشرين، ثلاثة آلاف، عشرات الآلاف."""
        if index >= len(self._words) or self._dated(index):
            return None
        word = self._words[index]
        if word.before in _BEFORE and not word.after and (word.stem in self._lists.vague or word.stem in self._lists.few):
            return self._vague(index)
        total, place = 0, index
        while place < len(self._words):
            part = self._part(place) if place == index else self._joined(place)
            if part is None or place > index and not _goes_with(total, part[0]):
                break
            total, place = total + part[0], part[1]
        return Counted(total, total, index, place) if place > index and total > 0 else None

    def _vague(self, index: int) -> Counted:
        stem = self._words[index].stem
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        if stem in self._lists.few:
            if following is not None and following.stem in self._lists.vague:
                return Counted(self._lists.vague[following.stem], None, index, index + 2)
            return Counted(3, 9, index, index + 1)
        low = self._lists.vague[stem]
        if following is not None and following.stem in self._lists.vague and not following.before:
            return Counted(low * self._lists.vague[following.stem] // 2, None, index, index + 2)
        return Counted(low, None, index, index + 1)

    def _joined(self, index: int) -> tuple[int, int] | None:
        """A further member of a number, bound by و: وعشرين، و300."""
        word = self._words[index]
        if word.form == "و" and index + 1 < len(self._words) and self._words[index + 1].kind == "number":
            return self._part(index + 1)
        return self._part(index) if word.form.startswith("و") else None

    def _part(self, index: int) -> tuple[int, int] | None:
        """One member of a number with its scale, and the word after it."""
        word = self._words[index]
        value = _figure(word) if word.kind == "number" else self._word_value(word)
        if value is None:
            scale = self._scale(word)
            return (scale, index + 1) if scale is not None else None
        place = index + 1
        if place < len(self._words) and value < 10 and self._words[place].stem in ("عشر", "عشره"):
            value, place = value + 10, place + 1
        while place < len(self._words):
            following = self._words[place]
            scale = 100 if following.stem in ("ميه", "مايه") and value < 10 else self._lists.scales.get(following.stem)
            if scale is None or following.before or following.article or following.kind != "word":
                break
            value, place = value * scale, place + 1
        return int(value), place

    def _scale(self, word: Word) -> int | None:
        return self._lists.scales.get(self._bare(word)) if word.kind == "word" and not word.article else None

    def _word_value(self, word: Word) -> float | None:
        if word.kind != "word" or word.article or word.after:
            return None
        return self._lists.values.get(self._bare(word))

    def _bare(self, word: Word) -> str:
        """A word of number without the clitics before it."""
        if word.stem in self._lists.values or word.stem in self._lists.scales:
            return word.stem if word.before in _BEFORE else ""
        return word.form[1:] if word.form[:1] in ("و", "ل", "ب") else word.form


def _goes_with(total: int, value: int) -> bool:
    """خمسة وعشرون، مئة وخمسة، ألف وثلاثمئة; not 5 و7."""
    tens = total < 10 and value in range(20, 100, 10)
    return tens or any(total >= scale and total % scale == 0 and value < scale for scale in (100, 1000, 1_000_000))


def _figure(word: Word) -> float | None:
    """The value of figures: 1,200 and 1.200 are thousands, 1.5 is one and a half."""
    text = word.form.replace(",", "").replace("٬", "")
    whole, point, rest = text.replace("٫", ".").partition(".")
    if point and len(rest) == 3 and "." not in rest:
        text = whole + rest
    elif point:
        return float(f"{whole}.{rest}") if rest.isdigit() else None
    else:
        text = whole
    return float(text) if text.isdigit() and len(text) < 9 else None
