"""Arabic names in Latin letters, as newspapers write them: known words by list, others letter by letter (docs/romanisation.md)."""

from collections.abc import Mapping
from dataclasses import dataclass

from khabar.lexicon.files import tsv_rows
from khabar.text.fold import fold_word

_LETTERS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ء": "", "پ": "p", "چ": "ch",
    "ڤ": "v", "گ": "g", "ژ": "zh", "ک": "k", "ی": "i",
}
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in"}
_SHADDA, _SUKUN, _DAGGER = "\u0651", "\u0652", "\u0670"
_ALEFS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a"}
_LONG = frozenset("اآىوي")
_VOWELS = frozenset("aeiou")
_SILENT = frozenset("\u0640\u200c\u200d\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Romaniser:
    """Words of names by list, folded."""

    words: Mapping[str, str]

    def name(self, text: str) -> str:
        """A name in Latin letters, its words joined as newspapers join them: «Abdulaziz al-Fulani»."""
        found: list[str] = []
        words = text.split()
        place = 0
        while place < len(words):
            form = fold_word(words[place])
            following = fold_word(words[place + 1]) if place + 1 < len(words) else ""
            whole = self.words.get(form + following) if form == "عبد" else None
            if whole is not None:
                found.append(whole)
                place += 2
                continue
            if form == "عبد" and following.startswith("ال"):
                found.append(f"Abdul {self._stem(words[place + 1][2:], following[2:])}")
                place += 2
                continue
            found.append(self.word(words[place]))
            place += 1
        told = " ".join(found)
        return told[:1].upper() + told[1:] if not told.startswith(("al-", "bin ", "bint ")) else told[0].upper() + told[1:]

    def word(self, text: str) -> str:
        """One word of a name: by list, else ال and then letter by letter."""
        form = fold_word(text)
        known = self.words.get(form)
        if known is not None:
            return known
        if form.startswith(("ال", "لل")) and "ل" not in text[:4]:  # a ligature of presentation forms
            text = form
        if form.startswith("ال") and len(form) > 4:
            return "al-" + self._stem(text[text.index("ل") + 1 :], form[2:])
        if form.startswith("لل") and len(form) > 4:
            return "al-" + self._stem(text[2:], form[2:])
        return self._stem(text, form)

    def _stem(self, text: str, form: str) -> str:
        known = self.words.get(form)
        return known.removeprefix("al-") if known is not None else _capital(by_letter(text))


def load_romaniser() -> Romaniser:
    """The words of the package."""
    return Romaniser({fold_word(word): latin for word, latin in tsv_rows("romanised.tsv")})


def by_letter(text: str) -> str:
    """A word letter by letter: vowels that are written stay, «a» stands between two consonants that open a syllable together."""
    letters = [c for c in text if c not in _SILENT]
    out: list[str] = []
    for place, letter in enumerate(letters):
        if letter == _SHADDA:
            if out and out[-1] and out[-1][-1] not in _VOWELS:
                out[-1] = out[-1] * 2 if len(out[-1]) == 1 else out[-1]
        elif letter in _MARKS:
            out.append(_MARKS[letter])
        elif letter in (_SUKUN, _DAGGER):
            out.append("" if letter == _SUKUN else "a")
        else:
            out.append(_sound(letters, place, out))
    return _doubled("".join(_opened(out)))


def _sound(letters: list[str], place: int, out: list[str]) -> str:
    """What one letter is worth where it stands."""
    letter = letters[place]
    before = out[-1] if out else ""
    following = letters[place + 1] if place + 1 < len(letters) else ""
    if letter in ("ة", "ه") and place == len(letters) - 1 and len(letters) > 2 and letter == "ة":
        return "" if before.endswith("a") else "a"
    if letter in _ALEFS:
        return _ALEFS[letter]
    if letter in ("و", "ؤ"):
        glide = not out or before[-1:] in _VOWELS or following in ("ا", "آ", "ى", "ة")
        return "w" if glide and letter == "و" else "ou" if letter == "و" else "u"
    if letter in ("ي", "ئ"):
        glide = not out or before[-1:] in ("a", "u") or following in ("ا", "آ", "ى", "ة", "و")
        return "y" if glide and letter == "ي" else "i"
    if letter == "ع":
        return "" if following in _LONG or before[-1:] in _VOWELS else "a"
    return _LETTERS.get(letter, letter if letter.isascii() or not letter.isalpha() else "")


def _opened(out: list[str]) -> list[str]:
    """«a» after the first of two consonants at the start, and after the second of three in a row or of two at the end."""
    sounds = [s for s in out if s]
    told: list[str] = []
    run = 0
    for place, sound in enumerate(sounds):
        vowel = sound[0] in _VOWELS
        run = 0 if vowel else run + 1
        first = place == 1 and not vowel and sounds[0][0] not in _VOWELS
        last = place == len(sounds) - 1 and run == 2 and place > 1
        if first or run == 3 or last:
            told.append("a")
            run = 1
        told.append(sound)
    return told


def _doubled(word: str) -> str:
    return word.replace("aa", "a").replace("iy", "iy").replace("oui", "wi").replace("oua", "wa")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
