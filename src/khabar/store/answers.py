"""What questions to a store are answered with: frozen values."""

from dataclasses import dataclass

from khabar.store.values import Listing


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list. `row` is its number, `day` ISO 8601 or None, `who` and `whom` names; `evidence` are the words of the telling that says most.

    `origins` counts independent tellers (reprints of a text and articles of one agency once). `disputed`: some deny it, or tell other tolls.
    """

    row: int
    day: str | None
    type: str
    mode: str | None
    status: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    place: str | None
    articles: int
    outlets: int
    origins: int
    disputed: bool
    article: str
    title: str
    event: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stories by day, the latest first; `more` says that others follow."""

    lines: tuple[StoryLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Told:
    """How one article tells a story. `event` is the id in its record; spans count on its text; tolls are (at least, at most) or None.

    `why` says what joined it, `beside` the article that it was found alike, "" for the first; `basis` is "rule" or "person".
    """

    listing: Listing
    event: str
    status: str
    date: str | None
    sources: tuple[str, ...]
    start: int
    end: int
    evidence: str
    dead: tuple[int | None, int | None] | None
    injured: tuple[int | None, int | None] | None
    score: float
    why: str
    beside: str
    basis: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story with all its tellings, in the order they came, and the stories that deny it or that it denies."""

    line: StoryLine
    told: tuple[Told, ...]
    denied_by: tuple[StoryLine, ...]
    denies: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties with what is between them: per type, how many stories and how many tellings. `actor` acted on `recipient`, or both together."""

    actor: str
    actor_key: str
    recipient: str
    recipient_key: str
    stories: int
    tellings: int
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Network:
    """The closest ties first, by tellings; `more` says that others were left out."""

    ties: tuple[Tie, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of an actor, and in how many articles."""

    spelling: str
    articles: int


@dataclass(frozen=True, slots=True)
class Office:
    """What an actor is called to be, from when to when (days of publication), and in how many articles."""

    role: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a quote with its article; `speakers` are names."""

    listing: Listing
    quote: str
    kind: str
    stance: str
    speakers: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor across articles. `keys` are (key, what joined it to the first); what it did, what was done to it, what it said and what others said naming it
    are the latest ones, as many as were asked for.
    """

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    keys: tuple[tuple[str, str], ...]
    articles: int
    spellings: tuple[Spelling, ...]
    offices: tuple[Office, ...]
    did: tuple[StoryLine, ...]
    underwent: tuple[StoryLine, ...]
    said: tuple[Said, ...]
    said_about: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One outlet in a comparison: its articles, its events by type and by status, and whom it cites, the most often first."""

    outlet: str
    articles: int
    types: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Both:
    """A story that both outlets tell: the statuses and the sources each gives it."""

    line: StoryLine
    statuses: tuple[tuple[str, ...], tuple[str, ...]]
    sources: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two outlets side by side; `shared` and `only` hold the latest stories, as many as were asked for, the totals count all."""

    sides: tuple[Side, Side]
    shared_total: int
    shared: tuple[Both, ...]
    only_totals: tuple[int, int]
    only: tuple[tuple[StoryLine, ...], tuple[StoryLine, ...]]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year (ISO 8601) with its stories, and how many of them are disputed, how many planned."""

    value: str
    stories: int
    disputed: int
    planned: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place (degrees) with the stories that took place there, how many are disputed, and how many tell of violence."""

    name: str
    country: str | None
    lat: float
    lon: float
    stories: int
    disputed: int
    violent: int


@dataclass(frozen=True, slots=True)
class Who:
    """An actor in a list, and in how many articles it stands."""

    key: str
    name: str
    kind: str
    country: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a store holds; `newest` is the latest day of publication, ISO 8601, or None."""

    articles: int
    stories: int
    outlets: int
    newest: str | None
