"""A sentence shown shorter where that is safe, and with its subject where it leans on the one before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from khabar.model import Actor, Article, Event, Evidence, Quote, SummarySentence

_AGENCIES = r"أ\s?\.?\s?ف\s?\.?\s?ب|د\s?\.?\s?ب\s?\.?\s?أ|رويترز|فرانس برس|الأناضول|واس|وام|قنا|بنا|كونا|بترا|سانا|وات|وكالات|سبق|الألمانية|الفرنسية|CNN|BBC"
_DATELINE = re.compile(rf"^[\w.،()«»\"' /-]{{0,60}}?(?:{_AGENCIES})[\w.()«»\"' /]{{0,25}}?\s*(?:[-–—]+|:)\s*(?=\S)")
_OPENER = re.compile(
    r"^و?(?:من جهته|من جهتها|من جانبه|من جانبها|من ناحيته|من ناحيتها|من جهة أخرى|من ناحية أخرى|في غضون ذلك|في سياق متصل|في السياق نفسه|في سياق آخر|إلى ذلك|بدوره|بدورها|في المقابل|في الأثناء)\s*،\s*"
)
_BRACKETS = re.compile(r"(?<!الموافق)(?<!الساعة)(?<!لمدة)(?<!من)(?<!في)(?<!على)(?<!إلى)\s*\([^()\n\d]{1,40}\)")
_NUMBER = re.compile(r"\((?:واحد|اثن|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مئ|مائ|ألف|نحو|حوالي)")
_TAIL = re.compile(r"\s*[،,]\s*(?:و?بحسب|حسب|وفق|وفقا|وفقاً|حسبما|وفقما|بحسب ما|على حد قول|على حد تعبير|نقلا عن|نقلاً عن)\s(?:(?![،,.؟!«»\"“”]).){3,90}(?=[.؟!]?$)", re.DOTALL)
_LEANING = frozenset("أضاف أضافت تابع تابعت أوضح أوضحت أردف أردفت استطرد زاد زادت لفت لفتت أشار أشارت أكد أكدت قال قالت شدد شددت بين بيّن بينت رأى رأت اعتبر اعتبرت ذكر ذكرت".split())
# How long what is left must be, so that a sentence is not cut to the bone.
_LEAST = 30


def shown(
    summary: Sequence[SummarySentence], article: Article, events: Sequence[Event], quotes: Sequence[Quote], actors: Mapping[str, Actor],
) -> tuple[SummarySentence, ...]:
    """The sentences as they are shown: `parts` is what is left of each, `shown` says so with […] and names in [] whom it leaves to the one before."""
    return tuple(_shown(sentence, article, events, quotes, actors) for sentence in summary)


def _shown(sentence: SummarySentence, article: Article, events: Sequence[Event], quotes: Sequence[Quote], actors: Mapping[str, Actor]) -> SummarySentence:
    alleged = any(e.status in ("alleged", "denied") and sentence.start <= e.trigger.start < sentence.end for e in events)
    cuts = _cuts(sentence.text, alleged)
    parts = _left(article, sentence, cuts)
    if sum(p.end - p.start for p in parts) < _LEAST:
        parts = (article.cite(sentence.start, sentence.end),)
    pieces = [" ".join(p.text.split()) for p in parts]
    subject = _subject(sentence, quotes, actors)
    if subject is not None:
        cue, name = subject
        pieces = [_with_subject(piece, " ".join(cue.text.split()), name) if part.start <= cue.start < part.end else piece for part, piece in zip(parts, pieces, strict=True)]
    text = re.sub(r"\s+(?=[،,.؛:؟!])", "", " […] ".join(pieces))
    if parts[-1].end < sentence.end and text[-1] not in ".؟!":
        text += " […]" + (sentence.text[-1] if sentence.text[-1] in ".؟!" else "")
    return replace(sentence, shown=text, parts=parts)


def _cuts(text: str, alleged: bool) -> list[tuple[int, int]]:
    """The stretches that may go: a dateline or a connector at the start, brackets, and who says so at the end unless it is only alleged."""
    found = [m.span() for m in (_DATELINE.match(text), _OPENER.match(text)) if m is not None][:1]
    found += [m.span() for m in _BRACKETS.finditer(text) if m.start() > 0 and not _NUMBER.search(m[0])]
    tail = None if alleged else _TAIL.search(text)
    if tail is not None:
        found.append(tail.span())
    return sorted(found)


def _left(article: Article, sentence: SummarySentence, cuts: Sequence[tuple[int, int]]) -> tuple[Evidence, ...]:
    """What stands between the cuts, without blanks at its ends; signs alone belong to no part."""
    borders = [0]
    for start, end in cuts:
        if start >= borders[-1]:
            borders += [start, end]
    borders.append(len(sentence.text))
    parts = []
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        piece = sentence.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if any(c.isalnum() for c in sentence.text[start:end]):
            parts.append(article.cite(sentence.start + start, sentence.start + end))
    return tuple(parts) or (article.cite(sentence.start, sentence.end),)


def _subject(sentence: SummarySentence, quotes: Sequence[Quote], actors: Mapping[str, Actor]) -> tuple[Evidence, str] | None:
    """Who speaks in a sentence that opens with «وأضاف» and names nobody: the word of saying, and the name."""
    for quote in quotes:
        cue = quote.cue
        if cue is None or not sentence.start <= cue.start < sentence.start + 3 or len(quote.speakers) != 1:
            continue
        actor = actors.get(quote.speakers[0])
        first = cue.text.split()[0].removeprefix("و").removeprefix("ف")
        named = actor is None or any(sentence.start <= m.start < sentence.end for m in actor.mentions)
        if not named and actor is not None and actor.rule != "speaker" and first in _LEANING:
            return cue, actor.name
    return None


def _with_subject(piece: str, cue: str, name: str) -> str:
    first = cue.split()[0]
    return piece.replace(first, f"{first} [{name}]", 1) if piece.startswith(first) else piece
