"""Text as a newsreader says it: no figure, sign or abbreviation is left."""

import re
import unicodedata

from khabar.speech.counted import counted, decimals_of_scale, definites, fractions, money, percent, ranges, units
from khabar.speech.dates import clock, month_days, numeric_dates, years
from khabar.speech.words import Rule, SpokenWords

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")
_KASHIDA_BEFORE_FIGURE = re.compile(r"(ال|لل|[بلوك])\u0640+\s?(?=\d)")
_KASHIDA_BEFORE_MARK = re.compile(r"(?<!\w)([بلوك]|ال|لل)\u0640*\s?[«\"“](?=\w)")
_UNSAID = re.compile(r"[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad\ufeff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_HANDLE, _TAG = re.compile(r"@(\w+)"), re.compile(r"#(\w+)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+(?:[.'’&-][A-Za-zÀ-ɏ]+)*\.?(?<!\.)|(?:[A-Z]\.){2,}")
_SOUNDS = (
    ("sch", "ش"), ("tch", "تش"), ("sh", "ش"), ("ch", "تش"), ("th", "ث"), ("ph", "ف"), ("kh", "خ"), ("gh", "غ"), ("ck", "ك"), ("oo", "و"), ("ee", "ي"), ("ou", "و"),
    ("a", "ا"), ("b", "ب"), ("c", "ك"), ("d", "د"), ("e", "ي"), ("f", "ف"), ("g", "غ"), ("h", "ه"), ("i", "ي"), ("j", "ج"), ("k", "ك"), ("l", "ل"), ("m", "م"),
    ("n", "ن"), ("o", "و"), ("p", "ب"), ("q", "ك"), ("r", "ر"), ("s", "س"), ("t", "ت"), ("u", "و"), ("v", "ف"), ("w", "و"), ("x", "كس"), ("y", "ي"), ("z", "ز"),
)


def cleaned(text: str, words: SpokenWords) -> str:
    """One form of digits; what is not heard is left out."""
    text = unicodedata.normalize("NFKC", text.translate(_DIGITS)) if any("\ufb50" <= c <= "\ufefc" for c in text) else text.translate(_DIGITS)
    text = _KASHIDA_BEFORE_FIGURE.sub(r"\1", text)
    text = _KASHIDA_BEFORE_MARK.sub(r"\1", text)
    text = re.sub(r"(\d)\u0640(?=\s|$)", r"\1", text)
    text = re.sub(r"هـ", "ه", text)
    return " ".join(_UNSAID.sub("", text).split())


def addresses(text: str, words: SpokenWords) -> str:
    """A link, a handle, a hashtag"""
    text = _ADDRESS.sub("رابط", text)
    text = _HANDLE.sub(r"حساب \1", text)
    return _TAG.sub(lambda m: "وسم " + m[1].replace("_", " "), text)


def abbreviations(text: str, words: SpokenWords) -> str:
    """د. , أ.ف.ب , و/أو"""
    for short in sorted(words.abbreviations, key=len, reverse=True):
        if short in text:
            edge = r"(?!\w)" if short[-1].isalpha() or short[-1] == ")" else r"(?=\s?[^\W\d_])"
            alone = r"(?<!\d\s)" if short[-1] in "./" else ""
            text = re.sub(rf"(?<!\w){alone}([وفبل]?){re.escape(short)}{edge}\s?", lambda m: f"{m[1]}{words.abbreviations[short]} ", text)  # noqa: B023
    return " ".join(text.split())


def slashes(text: str, words: SpokenWords) -> str:
    """The second name of a day or a month behind a slash, or a slash between figures."""
    return re.sub(r"\s?/\s?", " ", re.sub(r"/ة(?!\w)", "", text))


def marks(text: str, words: SpokenWords) -> str:
    """Quotation marks are not heard; brackets and dashes are short stops."""
    text = re.sub(r"[%$€£¥₪]", lambda m: f" {words.units[m[0]][0] if m[0] in words.units else 'في المئة'} ", text)
    text = re.sub(r"[«»\"“”„‹›″*_~^|<>=]", " ", text)
    text = re.sub(r"(?<=\sو)\s*\(", " ", text)
    text = re.sub(r"\s*[()\[\]{}]\s*", "، ", text)
    text = re.sub(r"\s+[-–—]+\s*|\s*[-–—]+\s+|…|\.{2,}", "، ", text)
    text = re.sub(r"(?<=\w)[-–—](?=\w)", " ", text).replace("&", " و").replace("+", " زائد ")
    text = re.sub(r"\s+([،؛.؟!:,;])", r"\1", text)
    text = re.sub(r"(?:[،,]\s*)+(?=[.؟!:؛])|(?<=[.؟!:؛])(?:\s*[،,])+", "", text)
    text = re.sub(r"(?:،\s*){2,}", "، ", text)
    return " ".join(text.split()).strip("، ")


def latin(text: str, words: SpokenWords) -> str:
    """Reuters, CNN, and other words in Latin letters"""

    def tell(match: re.Match[str]) -> str:
        return " ".join(_latin_word(part, words) for part in re.split(r"[.'’&-]+", match[0]) if part) if "." not in match[0] else _spelled(match[0], words)

    return _LATIN.sub(tell, text)


def _latin_word(word: str, words: SpokenWords) -> str:
    known = words.latin.get(word) or words.latin.get(word.capitalize()) or words.latin.get(word.upper() if len(word) > 3 else word)
    if known is not None:
        return known
    if word.isupper() and len(word) <= 5:
        return _spelled(word, words)
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isascii())
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    return plain


def _spelled(word: str, words: SpokenWords) -> str:
    return " ".join(words.letters[c] for c in word.upper() if c in words.letters)


# Each takes what the ones before it left: dates before ranges, for «19-21 يونيو» is one; signs last, for they part what belongs together.
RULES: tuple[Rule, ...] = (
    cleaned, addresses, abbreviations, numeric_dates, month_days, years, clock, money, ranges, percent, fractions, definites, decimals_of_scale, units, counted,
    slashes, latin, marks,
)


def said(text: str, words: SpokenWords) -> str:
    """`text` as a newsreader says it, on one line."""
    for rule in RULES:
        text = rule(text, words)
    return text
