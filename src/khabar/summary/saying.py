"""Who is told to say that an act was, and whether the act is part of what he says."""

from collections.abc import Mapping

from khabar.model import Actor, Article, Event, Evidence, Record
from khabar.summary.beside import Beside
from khabar.summary.parties import Between, Mentions
from khabar.text.marks import quotation_marks

# Within how many words before its name a word of saying stands.
_CITED = 5


class Saying:
    """Looks at who says so in the sentences of one record."""

    def __init__(self, record: Record, mentions: Mentions, between: Between, beside: Beside) -> None:
        self._record = record
        self._article: Article = record.article
        self._mentions = mentions
        self._between = between
        self._beside = beside
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
        self._marks = quotation_marks(record.article.text)

    def is_unsourced(self, event: Event) -> bool:
        """Whether somebody says so whom the sentence does not tell: a quotation of nobody known, «بحسب» without a source, or a source from afar."""
        start, end = self._mentions.sentence(event)
        if event.source:
            return self._is_beside_what_is_said(event, start, end)
        if any(t.form in self._beside.according for t in self._mentions.tokens(event.trigger.end, end)):
            return True
        around = any(q.start <= event.trigger.start < q.end for q in self._record.quotes)
        return around or any(m.inner_start <= event.trigger.start and event.trigger.end < m.inner_end for m in self._marks)

    def _is_beside_what_is_said(self, event: Event, start: int, end: int) -> bool:
        """Whether the act stands outside what somebody says in the same sentence: in a clause of its own behind «حيث» or «الذي», behind a verb of
        saying without «أن» («أعلنت هدنة، حيث التزمت …»), or before a «ووفقا لـ» that opens another clause."""
        before = [t.form for t in self._mentions.tokens(start, event.trigger.start)]
        if [f for f in before if f != "قد"][-1:] and [f for f in before if f != "قد"][-1] in self._beside.aside:
            return True
        named = [m for s in event.source for m in self._actors[s].mentions if start <= m.start < end]
        ahead = [m for m in named if m.end <= event.trigger.start]
        behind = [t.form for t in self._mentions.tokens(event.trigger.end, end)]
        if any(f in behind for f in ("ووفقا", "ووفق", "وبحسب", "وحسب")) and not ahead:
            return True
        if not ahead or event.rule.startswith("noun:"):
            return False
        said = self._article.text[max(start, min(m.start for m in ahead) - 80) : event.trigger.start]
        return not (any(c in said for c in ":«\"“") or {t.form for t in self._mentions.tokens(start, event.trigger.start)} & self._beside.that)

    def is_carried_on(self, event: Event, mention: Evidence) -> bool:
        """Whether «ودعا فلان إلى» goes on with another's doing, in the midst of a sentence, so that he may be the one called on."""
        text = self._article.text[: event.trigger.start].rstrip(" «\"“")
        anybody = any(a.kind != "person" for a in self._actors.values() if mention in a.mentions)
        return event.trigger.text.startswith("و") and mention.start >= event.trigger.end and (anybody or text[-1:] not in ("", ".", "\n", "؟", "!", "»", '"', "”"))

    def is_cited(self, source: Actor, event: Event) -> bool:
        """Whether the sentence itself names who says so, beside a word that says that he does."""
        start, end = self._mentions.sentence(event)
        cue = next((q.cue for q in self._record.quotes if q.id == event.quote and source.id in q.speakers), None)
        near = cue is not None and start <= cue.start < end
        for mention in (m for m in source.mentions if start <= m.start < end and self._mentions.names(source, m)):
            before = list(self._mentions.tokens(max(start, mention.start - 60), mention.start))[-_CITED:]
            after = list(self._mentions.tokens(mention.end, min(end, mention.end + 30)))[:1]
            if near or any(f in self._beside.speaks | self._beside.according | self._beside.told_by for t in (*before, *after) for f in (t.form, t.form.removeprefix("و"))):
                return True
        return False
