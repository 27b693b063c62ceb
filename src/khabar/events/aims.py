"""Against whom people demonstrate, where their act itself does not tell: «احتجاجا على سياسة الحكومة», «هتافات معادية للرئيس», «أمام السفارة»."""

from collections.abc import Iterator, Sequence

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act, parties
from khabar.events.site import Site

# How many words behind its own the aim of a protest may stand.
_REACH = 30
# Why people are there, and what stands behind it.
_CAUSES = frozenset({"احتجاجا", "للاحتجاج", "تنديدا", "للتنديد", "رفضا", "استنكارا", "اعتراضا", "رفضهم", "غضبهم", "احتجاجهم", "استنكارهم"})
_AGAINST = frozenset(
    {a + e for a in ("مناهض", "معادي", "معاد", "مندد", "مناوي", "مناوء", "رافض", "مستنكر") for e in ("", "ه", "ين", "ون", "ا")} | {"ضد"}
)
_MISSIONS = frozenset({"سفاره", "قنصليه", "سفارات"})
_BEFORE_MISSIONS = frozenset({"امام", "نحو", "خارج", "قرب", "الي", "قباله", "حتي", "باتجاه", "صوب", "مبني", "مقر", "من"})
# What those who protest say of whom they protest against.
_CRIES = frozenset({"طالب", "ندد", "استنكر", "انتقد", "ادان"})
_AIMS = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "ELI", "SPY"})


def aimed(site: Site, act: Act, last: int, clauses: Sequence[Clause]) -> Act:
    """The act, a protest against nobody told by its own clause with whom the rest of its sentence, up to the word `last`, tells."""
    if act.event != "PROTEST" or act.recipients:
        return act
    known = {p.first for p in act.actors}
    told = (p for argument in _aims(site, act.trigger[0] + 1, min(last, act.trigger[1] + _REACH), clauses) for p in parties(argument.phrases or argument.owners))
    aim = next((p for p in told if p.first not in known and (p.kind == "country" or p.sector in _AIMS)), None)
    return act if aim is None else act._replace(recipients=(aim,))


def _aims(site: Site, first: int, last: int, clauses: Sequence[Clause]) -> Iterator[Argument]:
    """What the words `first` up to `last` tell a protest to be about, in order."""
    cries = {c.verb.at: c for c in clauses if c.verb.lemma in _CRIES and not (c.subject is not None and c.subject is not c.antecedent and c.subject.phrases)}
    for index in range(first, last):
        word = site.words[index]
        if index in cries:
            yield from (a for a in (*cries[index].bare, *cries[index].prepositional) if a.preposition in ("", "ب"))
        elif word.form in _CAUSES or word.stem in _AGAINST:
            yield from _behind(site, index + (word.form != "ضد"), last)
        elif word.stem in _MISSIONS and site.words[index - 1].form in _BEFORE_MISSIONS:
            yield from _mission(site, index)


def _behind(site: Site, index: int, last: int) -> tuple[Argument, ...]:
    """The first argument from the word `index` on."""
    end = site.reader.end(index, last)
    return site.reader.arguments(index, end)[:1] if index < end else ()


def _mission(site: Site, index: int) -> Iterator[Argument]:
    """السفارة الفرنسية، سفارة باريس: the state whose embassy it is."""
    phrase = site.phrases.get(index)
    state = site.reader.nationalities.get(index + 1)
    found: tuple[Phrase, ...] = (phrase,) if phrase is not None and phrase.country else (state,) if state is not None else ()
    if found:
        yield Argument(index, index + 1, "", "", found, (), True)
