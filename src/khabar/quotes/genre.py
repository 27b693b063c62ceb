"""What kind of article it is, where its own text tells: an interview, a live page, an opinion, a report."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from khabar.clauses.exchange import exchange_of
from khabar.lexicon.files import strings, toml_table
from khabar.model import Article, Quote
from khabar.model.article import Genre
from khabar.text.fold import fold_word
from khabar.text.words import Word

_FILE = "genres.toml"
_CLOCK = re.compile(r"(?m)^\s*\(?\d{1,2}[:.]\d{2}\)?\s")
# From how many signs on a kind is told.
_TIMES, _MINE, _TOLD = 4, 3, 2
# How many words of an opinion stand to a quote at least.
_WORDS_A_QUOTE = 80


class GenreWords(NamedTuple):
    """Folded parts of the titles of live pages; what a writer says of himself, as written: أعتقد is not اعتقد."""

    live: tuple[str, ...]
    mine: frozenset[str]


def load_genre_words() -> GenreWords:
    """The words of the package."""
    table = toml_table(_FILE)
    live = tuple(fold_word(p) for p in strings(_FILE, table["live"], "titles"))
    return GenreWords(live, frozenset(strings(_FILE, table["opinion"], "words")))


def genre_of(article: Article, words: Sequence[Word], quotes: Sequence[Quote], genre_words: GenreWords) -> Genre | None:
    """The kind of an article: what its page told, else what its text tells; None where neither does."""
    if article.genre is not None:
        return article.genre
    if exchange_of(article.text) is not None:
        return "interview"
    title = " ".join(fold_word(w) for w in article.title.split())
    if any(p in title for p in genre_words.live) or len(_CLOCK.findall(article.text)) >= _TIMES:
        return "live"
    spoken = sorted((q.start, q.end) for q in quotes)
    said = sum(w.raw.removeprefix("و") in genre_words.mine and not _within(spoken, w.start) for w in words if w.kind == "word")
    if said >= _MINE and len(words) >= _WORDS_A_QUOTE * len(quotes):
        return "opinion"
    cued = sum(q.cue is not None and bool(q.speakers) for q in quotes)
    return "report" if cued >= _TOLD and not said else None


def _within(spoken: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spoken)
