"""What of an event its own words tell beyond doubt: only that is told again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khabar.model import Actor, Article, Event, Evidence, Place, Record
from khabar.summary.parties import Between, Mentions, Party, Token, bare_forms
from khabar.summary.tellings import Telling, Tellings
from khabar.text.fold import fold_word

# Signs that part what is told from what is not; others (brackets, quotation marks, commas around a title) may stand between an act and its parties.
_PARTS = frozenset(".؟!؛;:\n")
_FAR = 12
# How many parties one side may have in a line.
_MOST = 4
# How many words of the text an act may be told with.
_LONGEST = 14
# What may stand before a place, before the other party of a noun of act, and before both sides of one.
_AT = frozenset({"في", "ب", "مدينه", "العاصمه"})
_TO = frozenset({"مع", "الي", "علي", "ل", "ب", "لل", "بين"})
# Words that the rest of a clause cannot be told with, cut from what stands before them.
_NO_START = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي"})
# Things that kill and are not killed.
_WEAPONS = frozenset({"طائره", "طائرات", "طايره", "طايرات", "مقاتلات", "دبابه", "دبابات", "مروحيه", "مروحيات", "صاروخ", "صواريخ", "قذيفه", "قذايف", "سياره"})
_SIGNS = re.compile(r"[.؟!؛;:]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Support:
    """The parts of an event that its evidence tells: parties with the mentions that name them, a place, a day, an object, words that follow."""

    event: Event
    telling: Telling
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    sources: tuple[Actor, ...]
    date: Evidence | None
    place: Evidence | None
    needed: tuple[str, str]
    object: Evidence | None
    words: Evidence | None
    present: bool


class Finder:
    """Finds the support of the events of one record."""

    def __init__(self, record: Record, tellings: Tellings, between: Between) -> None:
        self._record = record
        self._article: Article = record.article
        self._tellings = tellings
        self._between = between
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
        self._mentions = Mentions(record, between)

    def find(self, event: Event) -> Support | None:
        """What the evidence of `event` tells; nothing where its trigger has no telling, or its doer is told too far away to be sure."""
        telling = self._telling(event)
        if telling is None or self._undone(event) or _has_pronoun(event) or any(self._mentions.is_cut_short(self._actors[s]) for s in event.source):
            return None
        start, end = self._stretch(event)
        needed, thing = self._needed(telling, event, end)
        if telling.needs and not needed[0]:
            return None
        nominal = event.rule.startswith("noun:")
        if _is_present(event) and event.status == "asserted" and self._follows_that(event):
            return None
        if event.status == "planned" and event.rule.startswith("verb:") and not _is_present(event):
            return None
        to = _TO if nominal else _before_other(telling, event)
        if len(event.actor) > _MOST or len(event.recipient) > _MOST or self._is_of_many(event):
            return None
        actors, recipients = self._near(event, (start, end), frozenset({"بين"}) if nominal else frozenset(), to)
        if len(actors) < len(event.actor):
            return None
        known = [p.mention for p in (*actors, *recipients)]
        if not actors and any(self._acts_itself(event, m) for m in known):
            return None
        return Support(
            event, telling, tuple(actors), tuple(recipients), tuple(self._actors[s] for s in event.source), self._date(event),
            self._place(event, known), needed, thing, self._words(event, known, end), _is_present(event),
        )

    def _telling(self, event: Event) -> Telling | None:
        telling = self._tellings.of(event.event, event.rule)
        if telling is None and event.event == "AGREE" and event.status == "planned":
            found = (self._tellings.of(kind, event.rule) for kind in ("CONSULT", "SUPPORT", "COOPERATE", "AID"))
            telling = next((t for t in found if t is not None), None)
        return telling

    def _stretch(self, event: Event) -> tuple[int, int]:
        """The evidence, cut at the signs around the trigger that part one clause from the next."""
        text, start, end = self._article.text, event.evidence.start, event.evidence.end
        for sign in _SIGNS.finditer(text, start, end):
            if sign.end() <= event.trigger.start:
                start = sign.end()
            elif sign.start() >= event.trigger.end:
                return start, sign.start()
        return start, end

    def _undone(self, event: Event) -> bool:
        """Whether the words before a noun of act say that it is asked for, put off, feared or ended."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 60), event.trigger.start))[-3:]
        forms = {f for t in before for f in bare_forms(t.form)}
        return event.rule.startswith("noun:") and bool(forms & self._between.undoing)

    def _acts_itself(self, event: Event, mention: Evidence) -> bool:
        """Whether whom an act without a doer is done to may rather be its doer: «قتل شرطي لـ…»، «اتهم الانفصاليون القوات»."""
        following = self._article.text[mention.end : mention.end + 3]
        if event.rule.startswith("noun:"):
            named = next(a for a in self._actors.values() if mention in a.mentions and a.id in event.recipient)
            return following.startswith(" ل") or named.kind == "organization" or named.rule == "group"
        weapon = bool({f for f in bare_forms(fold_word(mention.text).split()[0])} & _WEAPONS)
        return weapon or (mention.start >= event.trigger.end and following == " ال")

    def _is_of_many(self, event: Event) -> bool:
        """Whether the verb is a plural («واتفقوا») that a party in the singular cannot be the subject of."""
        form = fold_word(event.trigger.text)
        one = any((a.kind != "group" or a.rule == "group") and not a.name.endswith(("ين", "ون")) for a in (self._actors[i] for i in event.actor))
        return event.rule.startswith("verb:") and form.endswith("وا") and one and len(event.actor) == 1

    def _follows_that(self, event: Event) -> bool:
        """Whether أن stands right before the verb, which then tells what is wanted or expected («يتوقع أن يدعو»)."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 8), event.trigger.start))
        return bool(before) and before[-1].form in ("ان", "بان", "الا", "لان", "كي", "لكي")

    def _needed(self, telling: Telling, event: Event, end: int) -> tuple[tuple[str, str], Evidence | None]:
        objects = self._tellings.objects.get(telling.needs, {})
        for token in self._mentions.tokens(event.trigger.start, end):
            if token.form in objects:
                return objects[token.form], self._article.cite(token.start, token.end)
        return ("", ""), None

    def _near(self, event: Event, stretch: tuple[int, int], between: frozenset[str], to: frozenset[str]) -> tuple[list[Party], list[Party]]:
        """The parties of both sides that stand so near the trigger, or one already found, that nothing but titles and days lies between."""
        joined = [event.trigger]
        found: dict[str, Party] = {}
        sides = {**dict.fromkeys(event.recipient, to), **dict.fromkeys(event.actor, between)}
        while True:
            nearest = [(m, name) for name in sides if name not in found for m in self._mentioned(event, name, stretch)]
            nearest.sort(key=lambda n: abs(n[0].start - event.trigger.start))
            fresh = next(((m, name) for m, name in nearest if self._clear(event, name, m, joined, sides[name])), None)
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
        inside = (m for m in actor.mentions if stretch[0] <= m.start and m.end <= stretch[1] and not _meets(m, event.trigger))
        return [m for m in inside if not self._mentions.is_truncated(m) and self._mentions.is_whole(actor, m)]

    def _clear(self, event: Event, name: str, mention: Evidence, joined: Sequence[Evidence], to: frozenset[str]) -> bool:
        """Whether only words that may stand between lie between `mention` and what is `joined` to the act already."""
        actor = self._actors[name]
        after = [j for j in joined if j.end <= mention.start]
        before = [j for j in joined if j.start >= mention.end]
        if after:
            nearest = max(after, key=lambda j: j.end)
            return (name not in event.actor or self._opens(event, nearest)) and self._passable(nearest.end, mention.start, actor, to)
        if before and (event.rule.startswith("verb:") or ":light:" in event.rule):
            return self._passable(mention.end, min(before, key=lambda j: j.start).start, actor, frozenset())
        return False

    def _opens(self, event: Event, nearest: Evidence) -> bool:
        """Whether a verb opens its clause, so that what follows it is its subject and not its object («دول تتهم إيران»)."""
        if nearest is not event.trigger or not event.rule.startswith("verb:") or not event.actor or fold_word(event.trigger.text)[0] == "و":
            return True
        text = self._article.text
        before = list(self._mentions.tokens(max(0, event.trigger.start - 40), event.trigger.start))
        if not before or text[before[-1].end : event.trigger.start].strip():
            return True
        last = before[-1]
        lost = event.trigger.start - 40 > last.start
        return not lost and (last.form in self._between.openers or self._dated(last) or "\n\n" in text[last.end : event.trigger.start])

    def _passable(self, start: int, end: int, actor: Actor, to: frozenset[str]) -> bool:
        text = self._article.text[start:end]
        apposed = "،" in text and not any(c.isalpha() for c in text)
        if apposed or any(sign in _PARTS for sign in text):
            return False
        tokens = [t for t in self._mentions.tokens(start, end) if not self._dated(t) and not self._placed(t)]
        tokens = tokens[: len(tokens) - len(self._mentions.counting(tokens))]
        role = {f for word in fold_word(actor.role or "").split() for f in bare_forms(word)}
        return len(tokens) <= _FAR and all(t.form in to or t.form == "و" or self._may_pass(t.form, role) for t in tokens)

    def _may_pass(self, form: str, role: set[str]) -> bool:
        return any(f in role or f in self._between.titles or f in self._between.small for f in bare_forms(form))

    def _dated(self, token: Token) -> bool:
        return any(d.start <= token.start and token.end <= d.end for d in self._record.dates)

    def _placed(self, token: Token) -> bool:
        """Whether a word names a place where an act of the record was, or is the في before it."""
        text = self._article.text
        for place in (e.place for e in self._record.events if e.place is not None):
            if place.start <= token.start and token.end <= place.end:
                return True
            if token.form in _AT and token.end <= place.start and not text[token.end : place.start].strip():
                return True
        return False

    def _date(self, event: Event) -> Evidence | None:
        """The expression that dates the act, in the clause that tells it."""
        if event.date is None:
            return None
        found = [d for d in self._record.dates if d.value == event.date and event.evidence.start <= d.start and d.end <= event.evidence.end]
        return self._article.cite(found[0].start, found[0].end) if found else None

    def _place(self, event: Event, known: Sequence[Evidence]) -> Evidence | None:
        """The place, where it follows the act and its parties at once."""
        place = event.place
        if place is None or any(_meets(place, m) for m in known):
            return None
        last = max((m.end for m in (event.trigger, *known) if m.end <= place.start), default=None)
        if last is None:
            return None
        forms = [t.form for t in self._mentions.tokens(last, place.start) if not self._dated(t)]
        return self._article.cite(place.start, place.end) if forms and all(f in _AT for f in forms) else None

    def _words(self, event: Event, known: Sequence[Evidence], end: int) -> Evidence | None:
        """What the text goes on to say, from behind the act, its parties and its day to the end of the clause or its fourteenth word."""
        start = max(m.end for m in (event.trigger, *known))
        tokens = list(self._mentions.tokens(start, end))
        while tokens and self._dated(tokens[0]):
            start = tokens[0].end
            tokens.pop(0)
        if not tokens or tokens[0].form in _NO_START or tokens[0].form.startswith("و") or self._article.text[start : tokens[0].start].strip(" ،,)«\"“"):
            return None
        stop = tokens[min(len(tokens), _LONGEST) - 1].end
        opened = self._article.text.rfind("(", tokens[0].start, stop)
        if opened > tokens[0].start and ")" not in self._article.text[opened:stop]:
            stop = next(t.end for t in reversed(tokens) if t.end <= opened)
        return self._article.cite(tokens[0].start, stop)


def _is_present(event: Event) -> bool:
    """Whether the trigger is a verb in the imperfect (يزور، تزور)."""
    form, lemma = fold_word(event.trigger.text).removeprefix("و"), event.rule.split(":")[1]
    if not event.rule.startswith("verb:") or form.startswith(lemma[:3]):
        return False
    return form.removeprefix("س")[:1] in ("ي", "ت")


def _has_pronoun(event: Event) -> bool:
    """Whether the trigger is a verb that carries its object as a pronoun («تدعمهم»)."""
    form, lemma = fold_word(event.trigger.text), event.rule.split(":")[1]
    return event.rule.startswith("verb:") and any(form.endswith(s) and not lemma.endswith(s) for s in ("ه", "ها", "هم", "هما", "هن", "ني", "نا"))


def _before_other(telling: Telling, event: Event) -> frozenset[str]:
    """The words that may stand before the other party of a verb: those that its telling has, and ب of «التقى بـ»."""
    told = {fold_word(w) for w in telling.arabic.to.split() if w not in "=-<"}
    return frozenset(told | ({"ب", "مع"} if event.event == "CONSULT" else set()) | ({"مع"} if telling.arabic.together else set()))


def _meets(one: Evidence | Place, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
