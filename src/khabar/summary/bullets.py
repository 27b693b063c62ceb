"""One line an act, in Arabic or English: who did what to whom, where, when, and who says so."""

from typing import Literal, NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.model import Evidence, Record
from khabar.summary.arabic import Genders, load_genders
from khabar.summary.beside import Beside, load_beside
from khabar.summary.english import EnglishNames, load_english_names
from khabar.summary.in_arabic import tell_in_arabic
from khabar.summary.in_english import tell_in_english
from khabar.summary.parties import Between
from khabar.summary.support import Finder, Support
from khabar.summary.tellings import Tellings, load_tellings
from khabar.text.fold import fold_word

Language = Literal["ar", "en"]
# Words of offices («قيادي في») that join other things as well.
_NO_TITLES = frozenset({"في", "من", "علي", "عن"})
# How many lines a summary has unless more are wanted.
USUAL = 5


class Bullet(NamedTuple):
    """One act in one line: the id of its event, the words of the article that tell it, and each stretch that a part of the line stands on."""

    event: str
    language: Language
    text: str
    evidence: Evidence
    parts: tuple[Evidence, ...]


class Tellers(NamedTuple):
    """The word lists that lines about acts are made with, loaded once."""

    tellings: Tellings
    between: Between
    beside: Beside
    genders: Genders
    names: EnglishNames


def load_tellers() -> Tellers:
    """The word lists of the package."""
    table = toml_table("between.toml")
    small, numbers, around, undoing, doubting, openers = (
        frozenset(fold_word(w) for w in strings("between.toml", table, field)) for field in ("small", "numbers", "around", "undoing", "doubting", "openers")
    )
    titles = (frozenset(
        word for row in toml_table("offices.toml")["office"] for name in strings("offices.toml", row, "names") for word in fold_word(name).split()
    ) | frozenset(fold_word(w) for w in strings("names.toml", toml_table("names.toml"), "honorifics"))) - _NO_TITLES
    names, genders = load_english_names(), load_genders()
    constructs = frozenset(form[:-1] for form in genders.plurals) | frozenset(form[:-2] + "و" for form in genders.plurals)
    between = Between(titles, small, numbers, around, undoing, doubting, openers, frozenset(names.nisbas), frozenset(names.known), names.honorifics, constructs, frozenset(names.adjectives))
    return Tellers(load_tellings(), between, load_beside(), genders, names)


def bullets(record: Record, language: Language, tellers: Tellers, size: int = USUAL) -> tuple[Bullet, ...]:
    """At most `size` lines about the acts of `record`, the weightiest, in the order of the text.

    An act is left out where its evidence does not tell who did it beyond doubt, or no telling of its trigger is known: a line says
    nothing that no span of the article supports.
    """
    finder = Finder(record, tellers.tellings, tellers.between, tellers.beside)
    told: dict[str, tuple[float, Bullet]] = {}
    for event in record.events:
        support = finder.find(event)
        # Both languages tell the same acts: what one of them cannot say is left out of both.
        if support is None:
            continue
        lines = {"ar": tell_in_arabic(support, tellers.genders), "en": tell_in_english(support, tellers.names)}
        if not all(lines.values()):
            continue
        text = lines[language]
        told.setdefault(text, (_weight(record, support), Bullet(event.id, language, text, event.evidence, _parts(support, event.trigger))))
    best = sorted(told.values(), key=lambda each: -each[0])[:size]
    order = {event.id: number for number, event in enumerate(record.events)}
    return tuple(sorted((bullet for _, bullet in best), key=lambda b: order[b.event]))


def _weight(record: Record, support: Support) -> float:
    """How much an act matters to the article: early, in a sentence of its summary, told again, with both parties, dated."""
    event = support.event
    place = event.trigger.start / max(1, len(record.article.text))
    summed = any(s.start <= event.trigger.start < s.end for s in record.summary)
    return 1.5 * (1 - place) + 1.0 * summed + 0.3 * min(2, len(event.mentions)) + 0.5 * bool(support.actors and support.recipients) + 0.2 * (support.date is not None)


def _parts(support: Support, trigger: Evidence) -> tuple[Evidence, ...]:
    counted = (support.count("dead"), support.count("injured"), support.count("arrested"), support.count("displaced"))
    found = {trigger, support.event.trigger, *(p.mention for p in (*support.actors, *support.recipients))}
    found |= {e for e in (support.date, support.place, support.object, *(p.number for p in (*support.actors, *support.recipients))) if e is not None}
    found |= {Evidence(c.start, c.end, c.text) for c in counted if c is not None}
    if support.words is not None and support.telling.arabic.quotes:
        found.add(support.words)
    return tuple(sorted(found))
