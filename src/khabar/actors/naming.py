"""What an actor is called: the words of a phrase without the clitics before them."""

import unicodedata

from khabar.clauses.phrase import Phrase
from khabar.model import Article, Evidence
from khabar.text.words import Word


def cite_phrase(article: Article, words: tuple[Word, ...], first: int, last: int, before: str) -> Evidence:
    """The words `first` up to `last`, the clitics `before` the first left out; لل stays, for without it the article is lost."""
    start, end = words[first].start, words[last - 1].end
    if before.endswith("ل") and words[first].article:
        before = before[:-1]
    start = _past(words[first].raw, start, len(before))
    return article.cite(start, end)


def _past(raw: str, start: int, letters: int) -> int:
    """The place in the text after `letters` letters of the word `raw` that starts at `start`, and the marks on them."""
    place = 0
    while place < len(raw) - 1 and (letters or unicodedata.category(raw[place]) in ("Mn", "Lm", "Cf")):
        if unicodedata.category(raw[place]) not in ("Mn", "Lm", "Cf"):
            letters -= 1
        place += 1
    return start + place


def name_of(article: Article, words: tuple[Word, ...], phrase: Phrase) -> str:
    """The name of the actor a phrase stands for: the personal name, else what the list calls a state, else the phrase itself."""
    if phrase.name is not None:
        first, last = phrase.name
        return _one_line(cite_phrase(article, words, first, last, phrase.before if first == phrase.first else "").text)
    if phrase.rule in ("nationality_adjective", "home") and phrase.canonical:
        return phrase.canonical
    if phrase.tag == "state" and phrase.canonical:
        return phrase.canonical if words[phrase.first].form.startswith(("لل", "ولل")) else _one_line(_cut(article, words, phrase))
    return _one_line(_cut(article, words, phrase))


def _cut(article: Article, words: tuple[Word, ...], phrase: Phrase) -> str:
    text = cite_phrase(article, words, phrase.first, phrase.last, phrase.before).text
    return "ال" + text[2:] if text.startswith("لل") and words[phrase.first].article else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
