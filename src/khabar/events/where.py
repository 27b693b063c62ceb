"""Where an act took place."""

from collections.abc import Mapping, Sequence

from khabar.clauses.clauses import Argument
from khabar.clauses.phrase import Phrase
from khabar.lexicon.terms import Spot
from khabar.model import Article, Place
from khabar.text.words import Word

_PLACES = ("place", "capital", "state")
_PLACING = frozenset({"مدينه", "محافظه", "بلده", "قريه", "منطقه", "اقليم", "ولايه", "العاصمه", "حي", "مطار", "معبر", "مخيم", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "قرب", "داخل", "وسط"})


def place_of(article: Article, words: Sequence[Word], arguments: Sequence[Argument], spots: Mapping[str, Spot]) -> Place | None:
    """The place that the arguments of a clause tell: behind في, or at the head of which stands مدينة, محافظة and their like."""
    for argument in arguments:
        if argument.preposition not in ("في", "ب", "قرب", "داخل", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"):
            continue
        for phrase in (*argument.phrases, *argument.owners):
            if phrase.tag in _PLACES:
                return _place(article, words, phrase, spots)
    return None


def _place(article: Article, words: Sequence[Word], phrase: Phrase, spots: Mapping[str, Spot]) -> Place:
    start = words[phrase.first].start + len(phrase.before)
    cited = article.cite(min(start, words[phrase.last - 1].end - 1), words[phrase.last - 1].end)
    spot = spots.get(phrase.canonical) if phrase.tag != "capital" else spots.get(cited.text)
    if spot is None:
        return Place(start=cited.start, end=cited.end, text=cited.text, country=phrase.country or None)
    return Place(
        start=cited.start, end=cited.end, text=cited.text, country=phrase.country or spot.country or None, lat=spot.lat, lon=spot.lon,
        geonameid=spot.geonameid,
    )
