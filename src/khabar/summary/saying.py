"""Who is told to say that an act was, and whether the act is part of what he says."""


from khabar.model import Actor, Event, Evidence, Record
from khabar.summary.beside import Beside
from khabar.summary.look import Look
from khabar.summary.parties import Between, Mentions
from khabar.text.marks import quotation_marks

# Within how many words before its name a word of saying stands.
_CITED = 5

_PURPOSE = frozenset({"حتي", "كي", "لكي", "ان", "لو", "اذا"})
# How many words may stand between «أن» and what is said.
_GOVERNED = 14
# What with «أن» opens a clause of time, which is the article's own.
_AFTER = frozenset({"بعد", "منذ", "قبل", "عقب", "اثر", "الي", "رغم"})
# Within how many letters of its cue who says so is named.
_BESIDE = 60
# Types of acts that are words: whose «بحسب …» at the end is as well of what they say.
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE"})
# How many words a «بحسب …» at the end of a sentence has at most.
_TAIL = 12


class Saying(Look):
    """Looks at who says so in the sentences of one record."""

    def __init__(self, record: Record, mentions: Mentions, between: Between, beside: Beside) -> None:
        super().__init__(record, mentions, between, beside)
        self._marks = quotation_marks(record.article.text)

    def is_unsourced(self, event: Event) -> bool:
        """Whether somebody says so whom the sentence does not tell: a quotation of nobody known, «بحسب» without a source, or a source from afar."""
        start, end = self._mentions.sentence(event)
        if event.source:
            named = any(start <= m.start < end for s in event.source for m in self._actors[s].mentions)
            unsaid = named and list(event.source) != list(event.actor) and not any(self.is_cited(self._actors[s], event) for s in event.source)
            return unsaid or self._is_beside_what_is_said(event, start, end)
        if any(t.form in self._beside.according for t in self._mentions.tokens(event.trigger.end, end)):
            return True
        before = [t.form for t in self._mentions.tokens(start, event.trigger.start)]
        if set(before[-_CITED:]) & self._beside.that and {f.removeprefix("و") for f in before[:-1]} & (self._beside.speaks | self._beside.told_by):
            return True
        around = any(q.start <= event.trigger.start < q.end for q in self._record.quotes)
        return around or any(m.inner_start <= event.trigger.start and event.trigger.end < m.inner_end for m in self._marks)

    def _is_beside_what_is_said(self, event: Event, start: int, end: int) -> bool:
        """Whether the act stands outside what somebody says in the same sentence: in a clause of its own behind «حيث» or «الذي», behind a verb of
        saying without «أن» («أعلنت هدنة، حيث التزمت …»), or before a «ووفقا لـ» that opens another clause."""
        before = [t.form for t in self._mentions.tokens(start, event.trigger.start)]
        if list(event.source) == list(event.actor):
            return False
        last = [f.removeprefix("و") for f in before if f not in ("قد", "كان", "كانت")][-2:]
        if last[-1:] and (last[-1] in self._beside.aside or (last[-1] == "ان" and last[0] in _AFTER)):
            return True
        if set(before[-_GOVERNED:]) & {"علما", "يذكر", "يشار"}:
            return True
        named = [m for s in event.source for m in self._actors[s].mentions if start <= m.start < end]
        if any(m.end <= event.trigger.start for m in named):
            first = min(m.start for m in named)
            said = self._article.text[max(start, first - 80) : event.trigger.start]
            opened = max((said.rfind(c) for c in ":«\"“"), default=-1)
            near = opened >= 0 and len(said[opened:].split()) <= _GOVERNED
            return event.rule.startswith("verb:") and not near and not set(before[-_GOVERNED:]) & self._beside.that
        if named:
            return event.event in SPOKEN or not self._closes(event, end)
        told = self._says_that(before)
        marked = any(start <= m.inner_start <= event.trigger.start < m.inner_end for m in self._marks)
        return not told and not marked

    def _says_that(self, before: list[str]) -> bool:
        """Whether a verb of saying and its «أن» open what the last of these words belong to, and it is no purpose («حتى تقول إن»)."""
        if not before:
            return False
        opened = max((n for n, f in enumerate(before) if f in self._beside.that), default=0)
        said = next((n for n in range(opened, max(-1, opened - _CITED), -1) if before[n].removeprefix("و") in self._beside.speaks | self._beside.told_by), None)
        return said is not None and len(before) - opened <= _GOVERNED and (not said or before[said - 1] not in _PURPOSE)

    def _closes(self, event: Event, end: int) -> bool:
        """Whether a «بحسب …» behind the act closes its sentence, so that all of it is told so; «ووفقا لـ» opens another clause."""
        tokens = list(self._mentions.tokens(event.trigger.end, end))
        found = next((n for n, t in enumerate(tokens) if t.form in self._beside.according or t.form in self._beside.speaks), None)
        opened = any(t.form.startswith("و") and t.form[1:] in self._beside.according for t in tokens)
        return found is not None and not opened and len(tokens) - found <= _TAIL

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
        text = self._article.text
        for mention in (m for m in source.mentions if start <= m.start < end and self._mentions.names(source, m)):
            before = list(self._mentions.tokens(max(start, mention.start - 60), mention.start))[-_CITED:]
            after = list(self._mentions.tokens(mention.end, min(end, mention.end + 30)))[:1]
            # A byline («فلان- سبق:») or the spokesman of somebody is not him.
            if any(t.form == "باسم" for t in before) or text[mention.end : mention.end + 2].strip()[:1] in ("-", "–", "—", "ـ", "/"):
                return False
            if (near and cue is not None and abs(cue.start - mention.start) < _BESIDE) or any(f in self._beside.speaks | self._beside.according | self._beside.told_by for t in (*before, *after) for f in (t.form, t.form.removeprefix("و"))):
                return True
        return False
