"""Which parties of an act stand so near its verb or noun that the words between leave no doubt."""

from collections.abc import Collection, Sequence

from khabar.model import Actor, Event, Evidence, Place, Record
from khabar.summary.beside import Beside
from khabar.summary.look import Look
from khabar.summary.parties import Between, Mentions, Party, Token, bare_forms
from khabar.summary.saying import SPOKEN
from khabar.summary.subjects import Subjects
from khabar.text.fold import fold_word

# Signs that part what is told from what is not; others (brackets, quotation marks, commas around a title) may stand between an act and its parties.
_PARTS = frozenset(".؟!؛;:\n")
_FAR = 12
_ARRIVING = frozenset({"الي"})


class Near(Look):
    """Finds the parties beside the acts of one record."""

    def __init__(self, record: Record, mentions: Mentions, between: Between, beside: Beside, subjects: Subjects) -> None:
        super().__init__(record, mentions, between, beside)
        self._subjects = subjects

    def find(self, event: Event, subjects: Collection[str], stretch: tuple[int, int], between: frozenset[str], to: frozenset[str]) -> tuple[list[Party], list[Party]]:
        """The parties of both sides that stand so near the trigger, or one already found, that nothing but titles and days lies between."""
        joined = [event.trigger]
        found: dict[str, Party] = {}
        # Who is received is no state or place: that belongs to the host's office («أمير منطقة الرياض»).
        lands = {a for a in event.actor if tuple(subjects) == tuple(event.recipient) and self._actors[a].kind in ("country", "place")}
        sides = {**dict.fromkeys(event.recipient, to), **{a: between for a in event.actor if a not in lands}}
        while True:
            nearest = [
                (m, name) for name in sides if name not in found for m in self._mentioned(event, name, stretch) if not any(meets(m, j) for j in joined)
            ]
            nearest.sort(key=lambda n: abs(n[0].start - event.trigger.start))
            fresh = next(((m, name) for m, name in nearest if self._clear(event, name, m, joined, sides[name]) and (name not in subjects or self._is_first(event, m, joined))), None)
            if fresh is None:
                return [found[a] for a in event.actor if a in found], [found[r] for r in event.recipient if r in found]
            mention, name = fresh
            actor = self._actors[name]
            floor = max((j.end for j in joined if j.end <= mention.start), default=stretch[0])
            found[name] = Party(actor, self._mentions.called(actor, mention), mention, self._mentions.number(mention, floor))
            joined.append(mention)

    def _mentioned(self, event: Event, name: str, stretch: tuple[int, int]) -> list[Evidence]:
        """The mentions of an actor in the clause that can be trusted."""
        actor = self._actors[name]
        inside = (m for m in actor.mentions if stretch[0] <= m.start and m.end <= stretch[1] and not meets(m, event.trigger))
        return [m for m in inside if not self._mentions.is_truncated(m) and self._mentions.is_whole(actor, m)]

    def _clear(self, event: Event, name: str, mention: Evidence, joined: Sequence[Evidence], to: frozenset[str]) -> bool:
        """Whether only words that may stand between lie between `mention` and what is `joined` to the act already."""
        actor = self._actors[name]
        after = [j for j in joined if j.end <= mention.start]
        before = [j for j in joined if j.start >= mention.end]
        verb = event.rule.startswith("verb:")
        if name in event.actor and (verb or mention.end <= event.trigger.start) and self._subjects.is_behind(mention):
            return False
        if after:
            return self._clear_behind(event, name, mention, max(after, key=lambda j: j.end), to)
        if before and verb and name in event.actor and self._subjects.is_told_of(event, actor, mention):
            return True
        if before and verb and not self._subjects.is_subject(actor, mention):
            return False
        if before and (verb or ":light:" in event.rule):
            return self._passable(mention.end, min(before, key=lambda j: j.start).start, actor, frozenset())
        return False

    def _clear_behind(self, event: Event, name: str, mention: Evidence, nearest: Evidence, to: frozenset[str]) -> bool:
        """The same of a mention behind `nearest`, the trigger or a party."""
        actor, verb = self._actors[name], event.rule.startswith("verb:")
        if self._subjects.is_apposed(actor, nearest, mention):
            return False
        if name in event.recipient:
            touching = not self._article.text[nearest.end : mention.start].strip()
            if not verb and event.actor and (nearest is not event.trigger or event.event in SPOKEN) and touching:
                return False
            if verb and (not self._subjects.fits(nearest.end, mention, to) or (_ARRIVING & to and actor.kind not in ("country", "place"))):
                return False
            if self._is_after_place(nearest.end, mention, to):
                return False
        return self._passable(nearest.end, mention.start, actor, to)

    def _is_first(self, event: Event, mention: Evidence, joined: Sequence[Evidence]) -> bool:
        """Whether nobody but other subjects stands between a verb and its subject («يكرم رجل الأمن» honours him)."""
        between = [j for j in joined if j is not event.trigger and event.trigger.end <= j.start and j.end <= mention.start]
        mine = {name for name, actor in self._actors.items() if mention in actor.mentions}
        side = event.actor if mine & set(event.actor) else event.recipient
        behind = mention.start >= event.trigger.end
        if behind and not between and not self._subjects.opens(event, event.trigger):
            return False
        return event.rule.startswith("noun:") or all(any(j in self._actors[a].mentions for a in side) for j in between)

    def _is_after_place(self, start: int, mention: Evidence, to: frozenset[str]) -> bool:
        """Whether a place stands between the preposition and the other party, joined by و, which is then another's («إلى عدن، والمقاومة»)."""
        tokens = list(self._mentions.tokens(start, mention.start))
        last = max((n for n, t in enumerate(tokens) if t.form in to - {"و"}), default=None)
        return last is not None and any(self.is_placed(t) for t in tokens[last + 1 :] if t.form not in self._beside.at)

    def _passable(self, start: int, end: int, actor: Actor, to: frozenset[str]) -> bool:
        text = self._article.text[start:end]
        apposed = "،" in text and not any(c.isalpha() for c in text)
        if apposed or any(sign in _PARTS for sign in text):
            return False
        tokens = [t for t in self._mentions.tokens(start, end) if not self._mentions.dated(t) and not self.is_placed(t)]
        tokens = tokens[: len(tokens) - len(self._mentions.counting(tokens))]
        role = {f for word in fold_word(actor.role or "").split() for f in bare_forms(word)}
        return len(tokens) <= _FAR and all(t.form in to or t.form == "و" or self.may_pass(t.form, role) for t in tokens)

    def may_pass(self, form: str, role: set[str]) -> bool:
        """Whether a word may stand between an act and its parties: a title, a word of the role, or a small word."""
        return any(f in role or f in self._between.titles or f in self._between.small for f in bare_forms(form))

    def is_placed(self, token: Token) -> bool:
        """Whether a word names a place where an act of the record was, or is the في before it."""
        text = self._article.text
        for place in (e.place for e in self._record.events if e.place is not None):
            if place.start <= token.start and token.end <= place.end:
                return True
            if token.form in self._beside.at and token.end <= place.start and not text[token.end : place.start].strip():
                return True
        return False


def meets(one: Evidence | Place, other: Evidence) -> bool:
    """Whether two stretches share a place."""
    return one.start < other.end and other.start < one.end
