"""What an article says happened, and who says so: the record `khabar/1`."""

import json
from dataclasses import dataclass
from typing import Literal

from khabar.errors import RecordError
from khabar.model.article import Article
from khabar.model.jsonform import from_plain, to_plain
from khabar.model.span import Evidence, Span

ActorKind = Literal["person", "organization", "country", "group", "place"]
Calendar = Literal["gregorian", "hijri"]
DateBasis = Literal["text", "relative", "published"]
EventDateBasis = Literal["clause", "sentence", "article"]
Modifier = Literal["start", "mid", "end", "since", "until"]
PlaceBasis = Literal["clause", "sentence"]
QuoteKind = Literal["direct", "indirect"]
Stance = Literal["says", "announces", "claims", "accuses", "denies", "warns", "demands", "regrets", "promises"]
Status = Literal["asserted", "planned", "hypothetical", "alleged", "denied", "negated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence of the article that tells its news; `shown` is its text, or a shortened form made of `parts`."""

    start: int
    end: int
    text: str
    shown: str
    parts: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """An expression that points at a calendar time; `value` is TIMEX3 / ISO 8601, as narrow as the words are."""

    start: int
    end: int
    text: str
    value: str
    granularity: str
    modifier: Modifier | None = None
    calendar: Calendar = "gregorian"
    original: str | None = None
    basis: DateBasis
    rule: str

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something that acts, is acted on, or speaks; `mentions` are all places that name it."""

    id: str
    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    geonameid: int | None = None
    rule: str
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words (direct) or what they are reported to say (indirect); `chain` runs from the outermost teller to the speaker."""

    id: str
    kind: QuoteKind
    start: int
    end: int
    text: str
    speaker: str | None
    speakers: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    stance: Stance = "says"
    cue: Evidence | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an act took place; `country` is ISO 3166 alpha-3, coordinates are degrees."""

    start: int
    end: int
    text: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, at least and at most; null where the words leave it open."""

    min: int | None
    max: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, coded in PLOVER; `source` is who says so, empty where the article itself does."""

    id: str
    event: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str | None = None
    date_basis: EventDateBasis | None = None
    place: Place | None = None
    place_basis: PlaceBasis | None = None
    status: Status
    source: tuple[str, ...] = ()
    quote: str | None = None
    trigger: Evidence
    evidence: Evidence
    mentions: tuple[Evidence, ...] = ()
    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    contexts: tuple[str, ...] = ()
    quad_code: int
    event_scale: float
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt about the news that a stage met and did not settle."""

    stage: str
    message: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Which program and which word lists made a record."""

    khabar: str
    lexicon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was read out of one article, each item with the exact words that say it."""

    article: Article
    made_by: MadeBy
    summary: tuple[SummarySentence, ...] = ()
    dates: tuple[Date, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    format: Literal["khabar/1"] = "khabar/1"

    def to_json(self) -> str:
        """The record as one line of JSON, `format` and `made_by` first."""
        plain = to_plain(self)
        return json.dumps({"format": plain.pop("format"), "made_by": plain.pop("made_by"), **plain}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Record":
        """The record that `text` shows; raises RecordError naming the line or field that is wrong."""
        try:
            plain = json.loads(text)
        except json.JSONDecodeError as fault:
            raise RecordError(f"line {fault.lineno}: {fault.msg}") from fault
        return from_plain(cls, plain)
