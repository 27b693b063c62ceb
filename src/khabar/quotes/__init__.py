"""Who says so: speech with its speakers and the chain behind them."""

from collections.abc import Mapping, Sequence
from typing import cast

from khabar.clauses.phrase import Phrase
from khabar.clauses.speech import Speech
from khabar.model import Article, Quote, Stance
from khabar.model.record import QuoteKind
from khabar.text.words import Word


def quotes_of(article: Article, words: Sequence[Word], speech: Sequence[Speech], ids: Mapping[int, str]) -> tuple[Quote, ...]:
    """The quotes of an article, "q1" the first; `ids` are the actors by the first word of each of their phrases."""
    found = []
    for number, each in enumerate(speech, 1):
        cited = article.cite(each.start, each.end)
        speakers = _ids(each.speakers, ids)
        cue = article.cite(words[each.cue[0]].start, words[each.cue[1] - 1].end) if each.cue is not None else None
        found.append(
            Quote(
                id=f"q{number}", kind=cast(QuoteKind, each.kind), start=cited.start, end=cited.end, text=cited.text,
                speaker=speakers[0] if speakers else None, speakers=speakers, chain=_chain(each, speech, speakers, ids),
                stance=cast(Stance, each.stance), cue=cue, rule=each.rule,
            )
        )
    return tuple(found)


def _ids(speakers: Sequence[Phrase], ids: Mapping[int, str]) -> tuple[str, ...]:
    parties = [one for phrase in speakers for one in (phrase.inner if phrase.tag == "pair" else (phrase,))]
    return tuple(dict.fromkeys(ids[p.first] for p in parties if p.first in ids))


def _chain(each: Speech, speech: Sequence[Speech], speakers: tuple[str, ...], ids: Mapping[int, str]) -> tuple[str, ...]:
    """From the outermost teller to the speaker: whoever reports the clause in which the cue of this one stands."""
    chain: list[str] = []
    for outer in speech:
        if outer is not each and outer.start <= each.start and each.end <= outer.end and outer.cue != each.cue:
            chain += [s for s in _ids(outer.speakers, ids) if s not in speakers]
    return tuple(dict.fromkeys([*chain, *_ids(each.through, ids), *speakers]))
