"""What a rule gives back, and what it may know of the story."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from khabar.dates.cues import Cues
from khabar.dates.fragments import Fragments
from khabar.model.record import Calendar, DateBasis
from khabar.text.fold import Folded


class Found(NamedTuple):
    """A date in the folded text: its place, its value, how wide it is, and what it was counted from."""

    start: int
    end: int
    value: str
    granularity: str
    basis: DateBasis
    calendar: Calendar = "gregorian"
    original: str | None = None


class Doubt(NamedTuple):
    """A date whose value the text does not settle, and why."""

    start: int
    end: int
    message: str


Reading: TypeAlias = tuple[Found | Doubt, ...]

NO_DAY = "no publication date to count from"
NO_CALENDAR = "no such day in the calendar"
WHICH_TOLD = "which date of the text it is counted from is open"
NOTHING_TOLD = "no earlier date in the text to count from"


@dataclass(slots=True)
class Story:
    """The folded text as far as it has been read: `today` is the day it was written, `told` its dates so far, in order,
    `newest` the last of each granularity."""

    folded: Folded
    fragments: Fragments
    cues: Cues
    published: date | None
    today: date | None
    told: list[Found] = field(default_factory=list)
    newest: dict[str, Found] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def before(self, place: int, width: int = 40) -> str:
        """The text that leads up to `place`."""
        return self.text[max(0, place - width) : place]

    def last(self, *granularities: str) -> Found | None:
        """The last date told that is as narrow as one of these."""
        return max((self.newest[g] for g in granularities if g in self.newest), key=lambda told: told.start, default=None)

    def tell(self, found: Found) -> None:
        """Takes a date for told."""
        self.told.append(found)
        self.newest[found.granularity] = found
