"""An article read and made ready to be written: a pure function, so that every core can do it."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from khabar.errors import SourceError
from khabar.model import Actor, Article, Event, Record
from khabar.model.jsonform import to_plain
from khabar.store.lights import packed_places
from khabar.store.sketch import sketch
from khabar.store.tokens import Token, frequencies, tokens, tokens_of, written
from khabar.text.fold import fold
from khabar.text.sentences import sentences
from khabar.text.words import words

# Words as common as this (Zipf) tell nothing.
_COMMON = 6.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the store keeps of one article: its record, the record's bytes, and what search and joining need."""

    record: Record
    digest: str
    packed: bytes
    title_words: str
    title_places: bytes
    text_words: str
    text_places: bytes
    sentences: tuple[tuple[int, int], ...]
    sketch: tuple[int, ...]
    lead: str
    evidence: tuple[str, ...]


def digest_of(article: Article) -> str:
    """What makes two articles one version: a SHA-256 over everything that was published, the id included. Raises SourceError for half a character."""
    plain = json.dumps(to_plain(article), ensure_ascii=False, sort_keys=True)
    try:
        return hashlib.sha256(plain.encode()).hexdigest()[:32]
    except UnicodeEncodeError as fault:
        raise SourceError(f"{article.id!r}: half a character, which no file can hold, near {plain[max(fault.start - 20, 0) : fault.start]!r}") from fault


def prepared(record: Record, digest: str) -> Prepared:
    """`record` ready to be written; `digest` is that of its article as it came in."""
    article = record.article
    folded = fold(article.text)
    cut = words(folded, frequencies())
    found = tokens_of(cut)
    parts = tuple((s.start, s.end) for s in sentences(folded, cut))
    first = parts[0][1] if parts else 0
    title = tokens(article.title)
    called = {a.id: _called(a) for a in record.actors}
    return Prepared(
        record=record, digest=digest, packed=packed(record), title_words=written(title), title_places=packed_places(title), text_words=written(found),
        text_places=packed_places(found), sentences=parts, sketch=sketch(found), lead=telling((*title, *(t for t in found if t.end <= first))),
        evidence=tuple(_evidence(e, found, called) for e in record.events),
    )


def _called(actor: Actor) -> frozenset[str]:
    """The words that an actor is called by: joining compares parties as such, so their words do not count again."""
    return frozenset(t.form for words in (actor.name, actor.role or "") for t in tokens(words))


def _evidence(event: Event, found: Iterable[Token], called: Mapping[str, frozenset[str]]) -> str:
    """The telling words of an event's evidence, those left out that its parties are called by."""
    own = frozenset[str]().union(*(called[a] for a in (*event.actor, *event.recipient)))
    return telling(t for t in found if event.evidence.start <= t.start and t.end <= event.evidence.end and t.form not in own)


def telling(found: Iterable[Token]) -> str:
    """The forms that say what a text tells of: none twice, none of the commonest, numbers kept."""
    return " ".join(sorted({t.form for t in found if t.form.isdecimal() or (len(t.form) > 2 and frequencies().zipf(t.form) < _COMMON)}))


def packed(record: Record) -> bytes:
    """A record as the store keeps it: its JSON without the text, compressed."""
    return zlib.compress(replace(record, article=replace(record.article, text="")).to_json().encode(), 6)


def unpacked(blob: bytes, text: str) -> Record:
    """The record that `packed` made, with its text again."""
    record = Record.from_json(zlib.decompress(blob).decode())
    return replace(record, article=replace(record.article, text=text))
