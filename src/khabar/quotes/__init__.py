"""Who says so: speech with its speakers and the chain behind them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from khabar.clauses.phrase import Phrase
from khabar.clauses.speech import Speech
from khabar.model import Article, Quote, Stance
from khabar.model.record import QuoteKind
from khabar.text.words import Word


class Telling(NamedTuple):
    """Somebody's word for what the code points `start` up to `end` tell: his own words (`quote` is their id), or acts that he reports by nouns ("").

    `cue` is the place of the word that tells so, -1 for none; `behind` says that the source follows what the article tells itself: «…، بحسب الشرطة».
    """

    start: int
    end: int
    speakers: tuple[str, ...]
    stance: str
    quote: str
    cue: int
    behind: bool


def tellings_of(words: Sequence[Word], speech: Sequence[Speech], ids: Mapping[int, str]) -> tuple[Telling, ...]:
    """On whose word each stretch of an article stands, by place."""
    found, number = [], 0
    for each in speech:
        number += each.kind != "nominal"
        quote = f"q{number}" if each.kind != "nominal" else ""
        found.append(Telling(each.start, each.end, _ids(each.speakers, ids), each.stance, quote, words[each.cue[0]].start if each.cue is not None else -1, each.rule.startswith("source:")))
    return tuple(found)


def telling_around(tellings: Sequence[Telling], place: int) -> Telling | None:
    """The narrowest telling that the code point `place` stands in."""
    around = [t for t in tellings if t.start <= place < t.end]
    return min(around, key=lambda t: t.end - t.start, default=None)


def quotes_of(article: Article, words: Sequence[Word], speech: Sequence[Speech], ids: Mapping[int, str]) -> tuple[Quote, ...]:
    """The quotes of an article, "q1" the first; `ids` are the actors by the first word of each of their phrases."""
    found = []
    around: list[Speech] = []
    for number, each in enumerate((s for s in speech if s.kind != "nominal"), 1):
        around = [s for s in around if s.end > each.start]
        cited = article.cite(each.start, each.end)
        speakers = _ids(each.speakers, ids)
        cue = article.cite(words[each.cue[0]].start, words[each.cue[1] - 1].end) if each.cue is not None else None
        found.append(
            Quote(
                id=f"q{number}", kind=cast(QuoteKind, each.kind), start=cited.start, end=cited.end, text=cited.text,
                speaker=speakers[0] if speakers else None, speakers=speakers, chain=_chain(each, around, speakers, ids),
                stance=cast(Stance, each.stance), cue=cue, rule=each.rule,
            )
        )
        around.append(each)
    return tuple(found)


def _ids(speakers: Sequence[Phrase], ids: Mapping[int, str]) -> tuple[str, ...]:
    parties = [one for phrase in speakers for one in (phrase.inner if phrase.tag == "pair" else (phrase,))]
    return tuple(dict.fromkeys(ids[p.first] for p in parties if p.first in ids))


def _chain(each: Speech, around: Sequence[Speech], speakers: tuple[str, ...], ids: Mapping[int, str]) -> tuple[str, ...]:
    """From the outermost teller to the speaker: whoever reports the clause in which the cue of this one stands."""
    chain: list[str] = []
    for outer in around:
        if each.end <= outer.end and outer.cue != each.cue:
            chain += [s for s in _ids(outer.speakers, ids) if s not in speakers]
    return tuple(dict.fromkeys([*chain, *_ids(each.through, ids), *speakers]))
