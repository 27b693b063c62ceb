"""When and where an act was, and what the text goes on to say of it, as far as its own clause tells."""

from collections.abc import Mapping, Sequence

from khabar.model import Actor, Article, Event, Evidence, Record
from khabar.summary.beside import Beside
from khabar.summary.near import Near, meets
from khabar.summary.parties import Mentions

# How many words of the text an act may be told with.
_LONGEST = 14


class Details:
    """Finds day, place and further words of the acts of one record."""

    def __init__(self, record: Record, mentions: Mentions, beside: Beside, near: Near) -> None:
        self._record = record
        self._article: Article = record.article
        self._mentions = mentions
        self._beside = beside
        self._near = near
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}

    def day(self, event: Event, known: Sequence[Evidence]) -> Evidence | None:
        """The expression that dates the act: beside it or its parties, nothing but titles, days and the place between."""
        if event.date is None:
            return None
        joined = (event.trigger, *known)
        for found in self._record.dates:
            if found.value != event.date or not (event.evidence.start <= found.start and found.end <= event.evidence.end):
                continue
            behind = max((j.end for j in joined if j.end <= found.start), default=None)
            ahead = min((j.start for j in joined if j.start >= found.end), default=None)
            if behind is None and not self._opens_with(event, found.start):
                continue
            start, end = (behind, found.start) if behind is not None else (found.end, ahead or found.end)
            if all(t.form in self._beside.at or t.form in self._beside.times or self._mentions.dated(t) or self._near.is_placed(t) or self._near.may_pass(t.form, set()) for t in self._mentions.tokens(start, end)):
                return self._article.cite(found.start, found.end)
        return None

    def _opens_with(self, event: Event, place: int) -> bool:
        """Whether the clause begins with what stands at `place`, prepositions and «يوم» left out."""
        start = self._mentions.stretch(event)[0]
        return all(t.form in self._beside.at or t.form in self._beside.times or t.form in ("وفي", "ويوم", "كما") or self._mentions.dated(t) for t in self._mentions.tokens(start, place))

    def place(self, event: Event, known: Sequence[Evidence]) -> Evidence | None:
        """The place, where it follows the act and its parties at once."""
        place = event.place
        if place is None or any(meets(place, m) for m in known):
            return None
        last = max((m.end for m in (event.trigger, *known) if m.end <= place.start), default=None)
        if last is None:
            return None
        forms = [t.form for t in self._mentions.tokens(last, place.start) if not self._mentions.dated(t)]
        return self._article.cite(place.start, place.end) if forms and all(f in self._beside.at for f in forms) else None

    def words(self, event: Event, known: Sequence[Evidence], end: int) -> Evidence | None:
        """What the text goes on to say, from behind the act, its parties and its day to the end of the clause or its fourteenth word."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 10), event.trigger.start))[-1:]
        if any(t.form in self._beside.who for t in before):
            return None
        start = max(m.end for m in (event.trigger, *known))
        line = self._article.text.find("\n", start, end)
        tokens = list(self._mentions.tokens(start, end if line < 0 else line))
        while tokens and self._mentions.dated(tokens[0]):
            start = tokens[0].end
            tokens.pop(0)
        if len(tokens) < 2 or tokens[0].form in self._beside.no_start or tokens[0].form.startswith("و") or self._article.text[start : tokens[0].start].strip(" ،,)«\"“"):
            return None
        tokens = tokens[:_LONGEST]
        while tokens and (tokens[-1].form in self._beside.prepositions | self._beside.no_end):
            tokens.pop()
        if len(tokens) < 2:
            return None
        apposed = "،" in self._article.text[start : tokens[0].start] and not tokens[0].form.startswith(("ب", "ل", "الي", "علي", "عن", "من", "ان"))
        if apposed:
            return None
        stop = tokens[-1].end
        opened = self._article.text.rfind("(", tokens[0].start, stop)
        if opened > tokens[0].start and ")" not in self._article.text[opened:stop]:
            stop = next(t.end for t in reversed(tokens) if t.end <= opened)
        return self._article.cite(tokens[0].start, stop)
