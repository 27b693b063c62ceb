"""What of an event its own words tell beyond doubt: only that is told again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from khabar.model import Actor, Article, Count, Event, Evidence, Record
from khabar.summary.beside import Beside
from khabar.summary.checks import Checks
from khabar.summary.details import Details
from khabar.summary.near import Near, meets
from khabar.summary.parties import Between, Mentions, Party
from khabar.summary.saying import SPOKEN, Saying
from khabar.summary.subjects import Subjects
from khabar.summary.tellings import Telling, Tellings
from khabar.text.fold import fold_word

# How many parties one side may have in a line.
_MOST = 4
# Within how many words behind an act its toll is told, and what tells of people who are themselves those counted.
_TOLL = 20
_COUNTED = frozenset({"killed", "wounded", "arrested", "executed", "kidnapped", "assassinated", "stabbed", "run over", "deported", "imprisoned", "released"})
# Within how many words the object of a verb stands that is told with the words of the text.
_SOON = 5
# So many years with a dash make a chronicle («1967 - …»), whose acts want their years.
_CHRONICLE = 4
_YEARS = re.compile(r"\b(?:1\d|20)\d\d\s*[-–]\s")
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
    goes_on: bool

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

    def __init__(self, record: Record, tellings: Tellings, between: Between, beside: Beside) -> None:
        self._record = record
        self._article: Article = record.article
        self._tellings = tellings
        self._beside = beside
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
        self._is_chronicle = len(_YEARS.findall(record.article.text)) >= _CHRONICLE
        self._mentions = Mentions(record, between)
        self._checks = Checks(record, self._mentions, between, beside)
        self._saying = Saying(record, self._mentions, between, beside)
        self._subjects = Subjects(record, self._mentions, between, beside)
        self._near = Near(record, self._mentions, between, beside, self._subjects)
        self._details = Details(record, self._mentions, beside, self._near)

    def find(self, event: Event) -> Support | None:
        """What the evidence of `event` tells; nothing where its trigger has no telling, where it may not have been, or its doer is told too far away to be sure."""
        telling = self._telling(event)
        if telling is not None and telling.arabic.quotes and ":light:" in event.rule:
            return self._by_its_verb(event)
        if telling is None or self._is_uncertain(telling, event):
            return None
        start, end = self._mentions.stretch(event)
        needed, thing = self._needed(telling, event, end)
        if (telling.needs and not needed[0]) or self._checks.is_doubted(event, start):
            return None
        nominal = event.rule.startswith("noun:")
        to = (self._beside.to if nominal else _before_other(telling, event)) | self._tellings.objects.get(telling.needs, {}).keys()
        actors, recipients = self._near.find(event, event.recipient if telling.arabic.to == "<" else event.actor, (start, end), frozenset({"بين"}) if nominal else frozenset(), to)
        if self._is_unclear(telling, event, actors, recipients):
            return None
        known = [p.mention for p in (*actors, *recipients)]
        told = [p.mention for p in actors] if telling.arabic.to == "-" and actors else known
        words, day = self._details.words(event, told, end), self._details.day(event, known)
        if day is not None and _is_present(event) and event.date != self._article.published:
            day = None
        if day is None and self._is_chronicle:
            return None
        if words is not None and not (actors and recipients) and any(self._subjects.goes_on_in(event, p.actor, words) for p in (*actors, *recipients)):
            return None
        return Support(
            event, telling, tuple(actors), tuple(recipients), *self._sources(event), day,
            self._details.place(event, known), needed, thing, words, _is_present(event) or self._checks.is_under_way(event), self._checks.coming(event),
            any(self._saying.is_carried_on(event, p.mention) for p in actors[:1]), words is None or _goes_on(telling, event, words, self._beside),
        )

    def _is_uncertain(self, telling: Telling, event: Event) -> bool:
        """Whether the words around leave open that the act was, or who says so."""
        if _has_pronoun(event) or _is_participle(event) or _is_no_more(event) or _is_of_another_verb(telling, event, self._beside) or any(self._mentions.is_cut_short(self._actors[s]) for s in event.source):
            return True
        if event.rule.startswith("verb:"):
            present = _is_present(event)
            unlike = event.status in ("planned", "hypothetical") and not present
            if unlike or (event.status in ("asserted", "alleged") and present and self._checks.follows_that(event)):
                return True
        if event.status == "planned" and not self._checks.coming(event):
            return True
        if event.status in ("alleged", "denied") and event.rule.startswith("noun:"):
            return True
        crowded = len(event.actor) > _MOST or len(event.recipient) > _MOST or bool(set(event.actor) & set(event.recipient))
        return crowded or self._checks.leaves_open(event) or self._saying.is_unsourced(event)

    def _is_unclear(self, telling: Telling, event: Event, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
        """Whether the parties found leave open who did it to whom."""
        if len(actors) < len(event.actor) and not _stands_alone(telling, event, actors, recipients):
            return True
        hosts = telling.arabic.to == "<"
        alone = telling.arabic.quotes and not (actors and recipients)
        if alone and telling.arabic.alone == "(…)" and event.event == "COERCE" and _is_present(event):
            return True
        if alone and any(self._subjects.is_victim(event, p.actor, p.mention, p.number) for p in (recipients if hosts else actors)):
            return True
        if event.rule.startswith("verb:") and any(self._subjects.is_cut(event, p.actor, p.mention) for p in (*actors, *recipients)):
            return True
        if not actors and any(p.number is None and p.mention.start >= event.trigger.end for p in recipients) and not self._subjects.opens(event, event.trigger):
            return True
        return not actors and not hosts and any(self._subjects.acts_itself(event, p.mention) for p in recipients)

    def _sources(self, event: Event) -> tuple[tuple[Actor, ...], bool]:
        """Those named in the sentence as saying so, and whether somebody does whom only another sentence names; nobody where the act is what
        its doer says, and its verb the one that it is said with."""
        before = [t.form for t in self._mentions.tokens(max(0, event.trigger.start - 20), event.trigger.start)][-1:]
        spoken = event.event in SPOKEN and not set(before) & self._beside.himself
        said = list(event.source) == list(event.actor) and (spoken or any(q.id == event.quote and q.cue is not None and meets(q.cue, event.trigger) for q in self._record.quotes))
        if said:
            return (), False
        named = tuple(self._actors[s] for s in event.source if self._saying.is_cited(self._actors[s], event))
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
            telling = next((t for t in found if t is not None and t.arabic.to != "<"), None)
        return telling

    def _needed(self, telling: Telling, event: Event, end: int) -> tuple[tuple[str, str], Evidence | None]:
        objects = self._tellings.objects.get(telling.needs, {})
        behind = [m.end for a in event.actor for m in self._actors[a].mentions if m.start >= event.trigger.end and m.end <= end]
        if telling.arabic.quotes:
            end = min(end, next((t.end for n, t in enumerate(self._mentions.tokens(max([event.trigger.end, *behind[:1]]), end)) if n == _SOON), end))
        for token in self._mentions.tokens(event.trigger.start, end):
            if token.form in objects:
                counted = bool(self._mentions.counting(list(self._mentions.tokens(max(event.trigger.end, token.start - 25), token.start))))
                told = self._tellings.objects["several"].get(token.form, objects[token.form]) if counted else objects[token.form]
                return told, self._article.cite(token.start, token.end)
        return ("", ""), None


def _is_of_another_verb(telling: Telling, event: Event, beside: Beside) -> bool:
    """Whether the verb that goes with a noun of act is another than the line would tell it with («استأنفت … مساعدات» gives no aid)."""
    light = event.rule.partition(":light:")[2]
    if not light:
        return False
    if light == "اعلن" and event.event in ("PROTEST", "ASSAULT", "COERCE"):
        return True
    if not event.actor:
        return light not in beside.does | beside.befalls
    own = fold_word(telling.arabic.past.split(" ")[0]) if telling.arabic.past else ""
    return light not in beside.does | {own} and light not in beside.befalls


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


def _is_participle(event: Event) -> bool:
    """Whether the trigger is a participle («داعيا», «متهمة»), whose doer does not stand behind it."""
    form, lemma = fold_word(event.trigger.text), event.rule.split(":")[1].split("+")[0]
    form = form if form.startswith(lemma[:1]) else form.removeprefix("و").removeprefix("ف")
    accusative = form.endswith("ا") and not form.endswith("وا") and form not in (lemma, lemma + "ا") and form[:1] not in ("ي", "ت")
    return event.rule.startswith("verb:") and (accusative or (form.startswith("م") and not lemma.startswith("م")))


def _goes_on(telling: Telling, event: Event, words: Evidence, beside: Beside) -> bool:
    """Whether the words that follow have the preposition of the verb near their start («أشاد … بالاتفاق»), or their object at it where it has none."""
    told, to, following = telling.arabic, fold_word(telling.arabic.to), fold_word(words.text).split()
    if event.rule.startswith("verb:حمل") and "مسووليه" in following[:2]:
        return False
    if told.alone == "(…)" and to in ("=", "<"):
        described = following[0].startswith("ال") and len(following) > 1 and (following[1] in beside.prepositions or following[1].startswith(("ب", "ل")))
        accused = event.rule.startswith("verb:اتهم") and any(w.startswith("ب") for w in following[:2])
        return following[0] not in beside.prepositions and not following[0].startswith(("بال", "لل", "و")) and not described and not accused
    if to not in ("ب", "علي", "مع", "الي", "عن", "من"):
        return True
    return any(w == to or (to == "ب" and w.startswith("ب")) for w in following[:7])


def _is_no_more(event: Event) -> bool:
    """Whether «يعد» stands for a promise, which is rather «لم يعد» or «is held to be»."""
    return event.rule.startswith("verb:وعد") and fold_word(event.trigger.text).endswith("عد") and not fold_word(event.trigger.text).endswith("وعد")
