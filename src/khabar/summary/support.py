"""What of an event its own words tell beyond doubt: only that is told again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from khabar.model import Actor, Article, Count, Event, Evidence, Place, Record
from khabar.summary.checks import PREPOSITIONS, Checks
from khabar.summary.parties import Between, Mentions, Party, Token, bare_forms
from khabar.summary.tellings import Telling, Tellings
from khabar.text.fold import fold_word

# Signs that part what is told from what is not; others (brackets, quotation marks, commas around a title) may stand between an act and its parties.
_PARTS = frozenset(".؟!؛;:\n")
_FAR = 12
# Verbs that do what their noun says, and those by which it is done.
_DOES = frozenset("قام اجري عقد شن نفذ وجه اعلن تمكن نجح استطاع ابرم وقع فرض خاض عبر اعرب جدد".split())
_BEFALLS = frozenset("تم جري وقع القي تلقي تعرض اندلع دار حدث نشب".split())
_ARRIVING = frozenset({"الي"})
# How many parties one side may have in a line.
_MOST = 4
# How many words of the text an act may be told with.
_LONGEST = 14
# Within how many words behind an act its toll is told.
_TOLL = 20
# What tells of people who are themselves those counted.
_COUNTED = frozenset({"killed", "wounded", "arrested", "executed", "kidnapped", "assassinated", "stabbed", "run over", "deported", "imprisoned", "released"})
# What may stand before a place, before the other party of a noun of act, and before both sides of one.
_TIMES = frozenset({"يوم", "عام", "سنه", "شهر", "مساء", "صباح", "ظهر", "فجر", "ليل", "ليله", "مطلع", "نهايه", "منتصف", "اوايل", "اواخر", "و", "قد", "كان"})
_AT = frozenset({"في", "ب", "مدينه", "العاصمه"})
_TO = frozenset({"مع", "الي", "علي", "ل", "ب", "لل", "بين"})
# Words that the rest of a clause cannot be told with, cut from what stands before them.
_NO_START = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي"})
_NO_END = frozenset("ان التي الذي الذين او قايلا قايله مضيفا مضيفه ما لا لم لن و كما هو هي كان كانت قد الا لكن ولكن فيما بينما حيث وان بان هذا هذه كل اي عبر وعن وفي ومن وعلي والي اكثر احد بعض اول عدم عبد ابو بن".split())
# Acts of speech, whose noun has its speaker behind it («إدانة المملكة»).
_SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE"})
# Within how many words the object of a verb stands that is told with the words of the text.
_SOON = 5
_SIGNS = re.compile(r"[.؟!؛;:]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Support:
    """The parts of an event that its evidence tells: parties with the mentions that name them, a place, a day, an object, words that follow."""

    event: Event
    telling: Telling
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    sources: tuple[Actor, ...]
    quoted: bool
    date: Evidence | None
    place: Evidence | None
    needed: tuple[str, str]
    object: Evidence | None
    words: Evidence | None
    present: bool
    coming: str
    carried_on: bool

    def count(self, field: str) -> Count | None:
        """How many were killed, wounded, arrested or displaced (`dead` …), where the evidence tells it and the line has not done so already."""
        count: Count | None = getattr(self.event, field)
        if count is None or not (self.event.evidence.start <= count.start and count.end <= self.event.evidence.end):
            return None
        alone = count.min == count.max == 1
        between = self.event.evidence.text[self.event.trigger.end - self.event.evidence.start : count.start - self.event.evidence.start]
        numbered = any(p.number is not None for p in (*self.actors, *self.recipients))
        done = bool(self.recipients) and self.telling.english.passive is not None and self.telling.english.passive[0] in _COUNTED
        return None if alone or numbered or done or len(between.split()) > _TOLL or any(c in between for c in ".؛:!؟") else count


class Finder:
    """Finds the support of the events of one record."""

    def __init__(self, record: Record, tellings: Tellings, between: Between) -> None:
        self._record = record
        self._article: Article = record.article
        self._tellings = tellings
        self._between = between
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
        self._mentions = Mentions(record, between)
        self._checks = Checks(record, self._mentions, between)

    def find(self, event: Event) -> Support | None:
        """What the evidence of `event` tells; nothing where its trigger has no telling, or its doer is told too far away to be sure."""
        telling = self._telling(event)
        if telling is not None and telling.arabic.quotes and ":light:" in event.rule:
            return self._by_its_verb(event)
        if telling is None or self._checks.undone(event) or _has_pronoun(event) or any(self._mentions.is_cut_short(self._actors[s]) for s in event.source):
            return None
        start, end = self._stretch(event)
        needed, thing = self._needed(telling, event, end)
        if (telling.needs and not needed[0]) or self._checks.is_doubted(event, start) or _is_of_another_verb(telling, event):
            return None
        nominal = event.rule.startswith("noun:")
        if _is_present(event) and event.status == "asserted" and self._checks.follows_that(event):
            return None
        if event.status == "hypothetical" and event.rule.startswith("verb:") and not _is_present(event):
            return None
        if event.status == "planned" and event.rule.startswith("verb:") and (not _is_present(event) or not self._checks.coming(event)):
            return None
        to = (_TO if nominal else _before_other(telling, event)) | self._tellings.objects.get(telling.needs, {}).keys()
        if set(event.actor) & set(event.recipient) or self._checks.is_tag(event) or self._checks.is_maybe_noun(event) or self._checks.is_loose_noun(event) or self._checks.is_one_told_twice(event) or self._checks.is_unsourced(event):
            return None
        if len(event.actor) > _MOST or len(event.recipient) > _MOST or self._checks.is_of_many(event):
            return None
        actors, recipients = self._near(event, (start, end), frozenset({"بين"}) if nominal else frozenset(), to)
        if len(actors) < len(event.actor) and not _stands_alone(telling, event, actors, recipients):
            return None
        subjects = recipients if telling.arabic.to == "<" else actors
        if telling.arabic.alone == "(…)" and _is_present(event) and not (actors and recipients) and event.event == "COERCE":
            return None
        if telling.arabic.quotes and not (actors and recipients) and any(self._checks.is_victim(event, p.actor, p.mention, p.number) for p in subjects):
            return None
        if not nominal and any(self._checks.is_cut(event, p.actor, p.mention) for p in (*actors, *recipients)):
            return None
        known = [p.mention for p in (*actors, *recipients)]
        if not actors and telling.arabic.to != "<" and any(self._checks.acts_itself(event, m) for m in known):
            return None
        return Support(
            event, telling, tuple(actors), tuple(recipients), *self._sources(event), self._date(event, known),
            self._place(event, known), needed, thing, self._words(event, known, end), _is_present(event), self._checks.coming(event),
            any(self._checks.is_carried_on(event, p.mention) for p in actors[:1]),
        )

    def _sources(self, event: Event) -> tuple[tuple[Actor, ...], bool]:
        """Those named in the sentence as saying so, and whether somebody does whom only another sentence names; nobody where the act is what
        its doer says, and its verb the one that it is said with."""
        said = list(event.source) == list(event.actor) and any(q.id == event.quote and q.cue is not None and _meets(q.cue, event.trigger) for q in self._record.quotes)
        if said:
            return (), False
        named = tuple(self._actors[s] for s in event.source if self._checks.is_cited(self._actors[s], event))
        return named, bool(event.source) and not named

    def _by_its_verb(self, event: Event) -> Support | None:
        """An act that a verb and its noun tell («أعربت … عن قلقها»), told with that verb and the words behind its subject."""
        lemma = event.rule.partition(":light:")[2]
        perfects = {lemma, lemma + "ت", lemma[:-1] + "ت"}
        before = reversed(list(self._mentions.tokens(max(0, event.evidence.start), event.trigger.start)))
        verb = next((t for t in before if t.form in perfects or t.form.removeprefix("و") in perfects), None)
        if verb is None or _SIGNS.search(self._article.text, verb.end, event.trigger.start):
            return None
        key = event.rule.partition(":")[2].split(":")[0]
        return self.find(replace(event, trigger=self._article.cite(verb.start, verb.end), rule=f"verb:{lemma}+{key}"))

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

    def _needed(self, telling: Telling, event: Event, end: int) -> tuple[tuple[str, str], Evidence | None]:
        objects = self._tellings.objects.get(telling.needs, {})
        behind = [m.end for a in event.actor for m in self._actors[a].mentions if m.start >= event.trigger.end and m.end <= end]
        if telling.arabic.quotes:
            end = min(end, next((t.end for n, t in enumerate(self._mentions.tokens(max([event.trigger.end, *behind[:1]]), end)) if n == _SOON), end))
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
            nearest = [
                (m, name) for name in sides if name not in found for m in self._mentioned(event, name, stretch) if not any(_meets(m, j) for j in joined)
            ]
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
        verb = event.rule.startswith("verb:")
        if name in event.actor and (verb or mention.end <= event.trigger.start) and self._checks.is_behind(mention):
            return False
        if after:
            nearest = max(after, key=lambda j: j.end)
            if self._checks.is_apposed(actor, nearest, mention):
                return False
            if not verb and name in event.recipient and event.actor and (nearest is not event.trigger or event.event in _SAID) and not self._article.text[nearest.end : mention.start].strip():
                return False
            if verb and name in event.recipient and not self._checks.fits(nearest.end, mention, to):
                return False
            if verb and name in event.recipient and _ARRIVING & to and actor.kind not in ("country", "place"):
                return False
            if name in event.recipient and self._is_after_place(nearest.end, mention, to):
                return False
            if verb and name in event.actor and nearest is not event.trigger and not self._hosts(event) and any(_meets(nearest, m) for r in event.recipient for m in self._actors[r].mentions):
                return False
            return (name not in event.actor or self._checks.opens(event, nearest)) and self._passable(nearest.end, mention.start, actor, to)
        if before and verb and name in event.actor and self._checks.is_told_of(event, actor, mention):
            return True
        if before and verb and not self._checks.is_subject(actor, mention):
            return False
        if before and (verb or ":light:" in event.rule):
            return self._passable(mention.end, min(before, key=lambda j: j.start).start, actor, frozenset())
        return False

    def _is_after_place(self, start: int, mention: Evidence, to: frozenset[str]) -> bool:
        """Whether a place stands between the preposition and the other party, joined by و, which is then another's («إلى عدن، والمقاومة»)."""
        tokens = list(self._mentions.tokens(start, mention.start))
        last = max((n for n, t in enumerate(tokens) if t.form in to - {"و"}), default=None)
        return last is not None and any(self._placed(t) for t in tokens[last + 1 :] if t.form not in _AT)

    def _hosts(self, event: Event) -> bool:
        """Whether the verb has the other party as its subject («استقبل»)."""
        telling = self._telling(event)
        return telling is not None and telling.arabic.to == "<"

    def _passable(self, start: int, end: int, actor: Actor, to: frozenset[str]) -> bool:
        text = self._article.text[start:end]
        apposed = "،" in text and not any(c.isalpha() for c in text)
        if apposed or any(sign in _PARTS for sign in text):
            return False
        tokens = [t for t in self._mentions.tokens(start, end) if not self._checks.dated(t) and not self._placed(t)]
        tokens = tokens[: len(tokens) - len(self._mentions.counting(tokens))]
        role = {f for word in fold_word(actor.role or "").split() for f in bare_forms(word)}
        return len(tokens) <= _FAR and all(t.form in to or t.form == "و" or self._may_pass(t.form, role) for t in tokens)

    def _may_pass(self, form: str, role: set[str]) -> bool:
        return any(f in role or f in self._between.titles or f in self._between.small for f in bare_forms(form))

    def _placed(self, token: Token) -> bool:
        """Whether a word names a place where an act of the record was, or is the في before it."""
        text = self._article.text
        for place in (e.place for e in self._record.events if e.place is not None):
            if place.start <= token.start and token.end <= place.end:
                return True
            if token.form in _AT and token.end <= place.start and not text[token.end : place.start].strip():
                return True
        return False

    def _date(self, event: Event, known: Sequence[Evidence]) -> Evidence | None:
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
            if all(t.form in _AT or t.form in _TIMES or self._checks.dated(t) or self._placed(t) or self._may_pass(t.form, set()) for t in self._mentions.tokens(start, end)):
                return self._article.cite(found.start, found.end)
        return None

    def _opens_with(self, event: Event, place: int) -> bool:
        """Whether the clause begins with what stands at `place`, prepositions and «يوم» left out."""
        start = self._stretch(event)[0]
        return all(t.form in _AT or t.form in _TIMES or t.form in ("وفي", "ويوم", "كما") or self._checks.dated(t) for t in self._mentions.tokens(start, place))

    def _place(self, event: Event, known: Sequence[Evidence]) -> Evidence | None:
        """The place, where it follows the act and its parties at once."""
        place = event.place
        if place is None or any(_meets(place, m) for m in known):
            return None
        last = max((m.end for m in (event.trigger, *known) if m.end <= place.start), default=None)
        if last is None:
            return None
        forms = [t.form for t in self._mentions.tokens(last, place.start) if not self._checks.dated(t)]
        return self._article.cite(place.start, place.end) if forms and all(f in _AT for f in forms) else None

    def _words(self, event: Event, known: Sequence[Evidence], end: int) -> Evidence | None:
        """What the text goes on to say, from behind the act, its parties and its day to the end of the clause or its fourteenth word."""
        start = max(m.end for m in (event.trigger, *known))
        named = sorted(m for a in event.actor for m in self._actors[a].mentions if m.start >= start)
        for mention in named:
            if all(c in " ،,«\"" for c in self._article.text[start : mention.start]):
                start = mention.end
        tokens = list(self._mentions.tokens(start, end))
        while tokens and self._checks.dated(tokens[0]):
            start = tokens[0].end
            tokens.pop(0)
        if len(tokens) < 2 or tokens[0].form in _NO_START or tokens[0].form.startswith("و") or self._article.text[start : tokens[0].start].strip(" ،,)«\"“"):
            return None
        tokens = tokens[:_LONGEST]
        while tokens and (tokens[-1].form in PREPOSITIONS | _NO_END):
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


def _is_of_another_verb(telling: Telling, event: Event) -> bool:
    """Whether the verb that goes with a noun of act is another than the line would tell it with («استأنفت … مساعدات» gives no aid)."""
    light = event.rule.partition(":light:")[2]
    if not light:
        return False
    if not event.actor:
        return light not in _DOES | _BEFALLS
    own = fold_word(telling.arabic.past.split(" ")[0]) if telling.arabic.past else ""
    return light not in _DOES | {own} and light not in _BEFALLS


def _stands_alone(telling: Telling, event: Event, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether a verb can be told of the doers found, though others are not, the rest in the words of the text."""
    subjects = recipients if telling.arabic.to == "<" else actors
    return event.rule.startswith("verb:") and telling.arabic.quotes and bool(subjects)


def _is_present(event: Event) -> bool:
    """Whether the trigger is a verb in the imperfect (يزور، تزور)."""
    form, lemma = fold_word(event.trigger.text).removeprefix("و"), event.rule.split(":")[1].split("+")[0]
    if not event.rule.startswith("verb:") or form.startswith(lemma[:3]):
        return False
    return form.removeprefix("س")[:1] in ("ي", "ت")


def _has_pronoun(event: Event) -> bool:
    """Whether the trigger is a verb that carries its object as a pronoun («تدعمهم»)."""
    form, lemma = fold_word(event.trigger.text), event.rule.split(":")[1].split("+")[0]
    return event.rule.startswith("verb:") and any(form.endswith(s) and not lemma.endswith(s) for s in ("ه", "ها", "هم", "هما", "هن", "ني", "نا"))


def _before_other(telling: Telling, event: Event) -> frozenset[str]:
    """The words that may stand before the other party of a verb: those that its telling has, and ب of «التقى بـ»."""
    told = {fold_word(w) for w in telling.arabic.to.split() if w not in "=-<"}
    return frozenset(told | ({"ب", "مع"} if event.event == "CONSULT" else set()) | ({"مع"} if telling.arabic.together else set()))


def _meets(one: Evidence | Place, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
