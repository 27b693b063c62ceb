"""What in an article's words leaves open who did an act, or whether it was done at all."""

import re
from collections.abc import Mapping

from khabar.model import Actor, Article, Event, Evidence, Record
from khabar.summary.parties import Between, Mentions, Token, bare_forms
from khabar.text.fold import fold_word
from khabar.text.marks import quotation_marks

# What may follow somebody whom an act is done to; a noun there is rather what he did it to («أوقف مسلحون سيارة»).
_BEHIND_WHOM = frozenset(
    "اثر جراء اثناء امس اليوم اخرون اخرين غالبيتهم معظمهم منهم كانوا كان التي الذي الذين اذا عندما بعدما حين حيث صباح مساء فجر ظهر قرب داخل خارج شمال جنوب شرق غرب وسط علي الي كما ثم او نتيجه بسبب".split()
)
# What says of an act told by a noun that it has not been yet («هجوم … ممكن»).
_TO_COME = frozenset("ممكن ممكنا محتمل محتمله متوقع متوقعه وشيك وشيكه مرتقب مرتقبه مزمع مزمعه مقرر مقرره وارد واردا مستبعد".split())
# Words that name who says so behind what is said.
_SAYING = frozenset({"بحسب", "حسب", "وفق", "وفقا", "حسبما", "وفقما", "زاعما", "زعم", "يزعم", "بزعم"})
_STOPS = re.compile(r"[.؟!](?=\s|$)|\n\s*\n")
# Types of acts that a noun alone tells for sure, where it names whom they were done to.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
# Things that kill and are not killed.
_WEAPONS = frozenset({"طائره", "طائرات", "طايره", "طايرات", "مقاتلات", "دبابه", "دبابات", "مروحيه", "مروحيات", "صاروخ", "صواريخ", "قذيفه", "قذايف", "سياره"})
_SENT = frozenset({"مبعوث", "موفد", "سفير", "سفيره", "مندوب", "منسق", "قنصل"})
_PREPOSITIONS = frozenset({"في", "من", "الي", "علي", "عن", "مع", "لدي", "بين", "ضد", "حول", "بعد", "قبل", "خلال", "منذ", "عند", "تحت", "غير"})


class Checks:
    """Looks at the words around the acts of one record."""

    def __init__(self, record: Record, mentions: Mentions, between: Between) -> None:
        self._record = record
        self._article: Article = record.article
        self._mentions = mentions
        self._between = between
        self._marks = quotation_marks(record.article.text)
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}

    def undone(self, event: Event) -> bool:
        """Whether the words before a noun of act say that it is asked for, put off, feared or ended."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 60), event.trigger.start))[-3:]
        forms = {f for t in before for f in bare_forms(t.form)}
        return event.rule.startswith("noun:") and bool(forms & self._between.undoing)

    def acts_itself(self, event: Event, mention: Evidence) -> bool:
        """Whether whom an act without a doer is done to may rather be its doer: «قتل شرطي لـ…»، «اتهم الانفصاليون القوات»."""
        if {f for f in bare_forms(fold_word(mention.text).split()[0])} & _WEAPONS:
            return True
        if event.rule.startswith("noun:"):
            named = next(a for a in self._actors.values() if mention in a.mentions and a.id in event.recipient)
            return self._article.text[mention.end :].startswith(" ل") or named.kind == "organization" or named.rule == "group"
        if mention.start < event.trigger.end:
            return False
        if any(a.kind == "organization" or a.rule == "group" for a in self._actors.values() if mention in a.mentions):
            return True
        following = next(self._mentions.tokens(mention.end, min(len(self._article.text), mention.end + 40)), None)
        if following is None or self._article.text[mention.end : following.start].strip() or self.dated(following):
            return False
        return following.form not in _PREPOSITIONS | _BEHIND_WHOM and not following.form.startswith(("و", "ف", "ب", "ل", "ك"))

    def is_one_told_twice(self, event: Event) -> bool:
        """Whether one side holds an office and somebody with a name, who may be its holder («الرئيس السابق وزعيم الحزب فلان»)."""
        for side in (event.actor, event.recipient):
            people = [self._actors[a] for a in side if self._actors[a].kind == "person"]
            offices = [a.rule == "office" or a.rule.startswith("office:") for a in people]
            if any(offices) and not all(offices) and len({a.country for a in people}) == 1:
                return True
        return False

    def is_loose_noun(self, event: Event) -> bool:
        """Whether a noun tells the act without a verb that does it: sure only of what was done to somebody, and of clashes."""
        if not event.rule.startswith("noun:") or ":light:" in event.rule:
            return False
        clash = event.event == "ASSAULT" and len(event.actor) > 1
        return not clash and (bool(event.actor) or event.event not in _DONE_TO)

    def is_of_many(self, event: Event) -> bool:
        """Whether the verb is a plural («واتفقوا») that a party in the singular cannot be the subject of."""
        form = fold_word(event.trigger.text)
        one = any((a.kind != "group" or a.rule == "group") and not a.name.endswith(("ين", "ون")) for a in (self._actors[i] for i in event.actor))
        return event.rule.startswith("verb:") and form.endswith("وا") and one and len(event.actor) == 1

    def follows_that(self, event: Event) -> bool:
        """Whether أن stands right before the verb, which then tells what is wanted or expected («يتوقع أن يدعو»)."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 8), event.trigger.start))
        return bool(before) and before[-1].form in ("ان", "بان", "الا", "لان", "كي", "لكي")

    def is_behind(self, mention: Evidence) -> bool:
        """Whether a preposition stands before a mention or on it, so that it is nobody's subject («بمجلس النواب»)."""
        text = self._article.text
        if mention.start and text[mention.start - 1].isalpha():
            return text[mention.start - 1] != "و" or (mention.start > 1 and text[mention.start - 2].isalpha())
        before = list(self._mentions.tokens(max(0, mention.start - 10), mention.start))
        return bool(before) and before[-1].form in _PREPOSITIONS and not text[before[-1].end : mention.start].strip(" «\"“")

    def is_apposed(self, actor: Actor, nearest: Evidence, mention: Evidence) -> bool:
        """Whether an office comes next after a person, whose office it is («فلان أمير المنطقة»)."""
        envoy = bool({f for f in bare_forms(fold_word(nearest.text).split()[0])} & _SENT)
        office = actor.rule.split(":")[0] == "office"
        before = [a for a in self._actors.values() if nearest in a.mentions and a.kind == "person"]
        blank = not self._article.text[nearest.end : mention.start].strip()
        named = any(not a.rule.startswith("office:") and a.rule != "office" for a in before)
        if office and before and (blank or (named and not mention.text.startswith(("ال", "لل")))):
            return True
        return envoy

    def is_unsourced(self, event: Event) -> bool:
        """Whether somebody says so whom the sentence does not tell: a quotation of nobody known, «بحسب» without a source, or a source from afar."""
        start, end = self._sentence(event)
        if event.source:
            cue = next((q.cue for q in self._record.quotes if q.id == event.quote), None)
            near = cue is not None and start <= cue.start < end
            return not near and not any(start <= m.start < end for s in event.source for m in self._actors[s].mentions)
        if any(t.form in _SAYING for t in self._mentions.tokens(event.trigger.end, end)):
            return True
        around = any(q.start <= event.trigger.start < q.end for q in self._record.quotes)
        return around or any(m.inner_start <= event.trigger.start and event.trigger.end < m.inner_end for m in self._marks)

    def _sentence(self, event: Event) -> tuple[int, int]:
        """The sentence of the trigger: from the last full stop or empty line to the next."""
        text = self._article.text
        before = [m.end() for m in _STOPS.finditer(text, max(0, event.trigger.start - 1500), event.trigger.start)]
        after = _STOPS.search(text, event.trigger.end)
        return before[-1] if before else max(0, event.trigger.start - 1500), after.start() if after else len(text)

    def is_doubted(self, event: Event, start: int) -> bool:
        """Whether the words before the trigger leave open whether it is so («ما إذا كان»، «لا نستطيع الجزم»)."""
        forms = {t.form for t in self._mentions.tokens(start, event.trigger.start)}
        if event.rule.startswith("noun:") and event.status not in ("planned", "hypothetical"):
            ahead = {f for t in self._mentions.tokens(event.trigger.end, event.evidence.end) for f in bare_forms(t.form)}
            if ahead & _TO_COME:
                return True
        return event.status in ("asserted", "planned") and bool(forms & self._between.doubting)

    def fits(self, start: int, mention: Evidence, to: frozenset[str]) -> bool:
        """Whether what stands before the other party of a verb is what its telling has there: its preposition, or none."""
        text = self._article.text
        clitic = text[mention.start - 1] if mention.start and text[mention.start - 1].isalpha() else ""
        forms = {t.form for t in self._mentions.tokens(start, mention.start)}
        wanted = to - {"و"}
        if wanted:
            return bool(forms & wanted) or clitic in wanted or (mention.text.startswith("لل") and "ل" in wanted) or "ب" in wanted and "مع" in wanted
        party = text[start : mention.start].strip(" «\"“")
        return clitic in ("", "و") and (bool(party) or not self._is_bare_head(start))

    def _is_bare_head(self, end: int) -> bool:
        """Whether the word that ends at `end` is an indefinite head, whose genitive follows («فصائل جيش الفتح»)."""
        last = list(self._mentions.tokens(max(0, end - 25), end))
        return bool(last) and any(m.end == end and m.start == last[-1].start and not m.text.startswith(("ال", "لل")) and a.kind in ("group", "organization") for a in self._actors.values() for m in a.mentions)

    def opens(self, event: Event, nearest: Evidence) -> bool:
        """Whether a verb opens its clause, so that what follows it is its subject and not its object («دول تتهم إيران»)."""
        if nearest is not event.trigger or not event.rule.startswith("verb:") or not event.actor or fold_word(event.trigger.text)[0] == "و":
            return True
        text = self._article.text
        before = list(self._mentions.tokens(max(0, event.trigger.start - 40), event.trigger.start))
        if not before or text[before[-1].end : event.trigger.start].strip():
            return True
        last = before[-1]
        lost = event.trigger.start - 40 > last.start
        return not lost and (last.form in self._between.openers or self.dated(last) or "\n\n" in text[last.end : event.trigger.start])

    def dated(self, token: Token) -> bool:
        """Whether a word is part of a date."""
        return any(d.start <= token.start and token.end <= d.end for d in self._record.dates)
