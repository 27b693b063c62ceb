"""What in an article's words leaves open who did an act, and to whom."""


from khabar.model import Actor, Event, Evidence
from khabar.summary.look import Look
from khabar.summary.parties import bare_forms
from khabar.text.fold import fold_word

# Rules by which somebody without a name of his own is known.
_GENERIC = frozenset({"office", "institution", "collective", "head", "body_head", "nisba", "speaker"})
_SUCH = frozenset({"المذكوره", "المتطرف", "المتطرفه", "المعنيه", "المختصه", "المسلحه", "المسلحين"})
# Who is for or against somebody, who is named behind it («القوات الموالية لـ…»).
_SIDED = ("الموالية", "الموالين", "الموالون", "المؤيدة", "المؤيدين", "المؤيدون", "المناهضة", "المناهضين", "المعارضة", "المعارضين", "التابعة", "التابعين")
# Sides of the world, which may belong to a name («دول جنوب شرقي آسيا»).
_SIDES = frozenset({"شمال", "جنوب", "شرق", "غرب", "وسط"})
# How many words may tell the setting before a verb.
_SETTING = 6


class Subjects(Look):
    """Looks at the words between the acts of one record and their parties."""

    def acts_itself(self, event: Event, mention: Evidence) -> bool:
        """Whether whom an act without a doer is done to may rather be its doer: «قتل شرطي لـ…»، «اتهم الانفصاليون القوات»."""
        if {f for f in bare_forms(fold_word(mention.text).split()[0])} & self._beside.weapons:
            return True
        if event.rule.startswith("noun:"):
            number = self._mentions.number(mention, event.trigger.end)
            if " " not in mention.text and number is None and not mention.text.startswith("ال") and any(a.kind == "group" and mention in a.mentions for a in self._actors.values()):
                return True
            named = next(a for a in self._actors.values() if mention in a.mentions and a.id in event.recipient)
            return self._article.text[mention.end :].startswith(" ل") or named.kind == "organization" or named.rule == "group"
        if mention.start < event.trigger.end:
            return False
        if any(a.kind == "organization" or a.rule == "group" for a in self._actors.values() if mention in a.mentions):
            return True
        following = next(self._mentions.tokens(mention.end, min(len(self._article.text), mention.end + 40)), None)
        if following is None or self._article.text[mention.end : following.start].strip() or self._mentions.dated(following):
            return False
        return following.form not in self._beside.prepositions | (self._beside.behind_whom - _SIDES) and not following.form.startswith(("و", "ف", "ب", "ل", "ك"))

    def is_behind(self, mention: Evidence) -> bool:
        """Whether a preposition stands before a mention or on it, so that it is nobody's subject («بمجلس النواب»)."""
        text = self._article.text
        if mention.start and text[mention.start - 1].isalpha():
            return text[mention.start - 1] != "و" or (mention.start > 1 and text[mention.start - 2].isalpha())
        before = list(self._mentions.tokens(max(0, mention.start - 10), mention.start))
        return bool(before) and before[-1].form in self._beside.prepositions and not text[before[-1].end : mention.start].strip(" «\"“")

    def is_apposed(self, actor: Actor, nearest: Evidence, mention: Evidence) -> bool:
        """Whether an office comes next after a person, whose office it is («فلان أمير المنطقة»)."""
        envoy = bool({f for f in bare_forms(fold_word(nearest.text).split()[0])} & self._beside.sent)
        single = actor.rule.split(":")[0] == "collective" and mention.text.startswith("ال") and not mention.text.endswith(("ين", "ون", "ات"))
        office = actor.rule.split(":")[0] == "office" or single
        before = [a for a in self._actors.values() if nearest in a.mentions and a.kind == "person"]
        blank = not self._article.text[nearest.end : mention.start].strip()
        named = any(not a.rule.startswith("office:") and a.rule != "office" for a in before)
        nameless = [a for a in self._actors.values() if nearest in a.mentions and a.kind == "person" and a.rule.split(":")[0] == "office"]
        if nameless and actor.kind == "person" and not office and not self._article.text[mention.start - 1].isalpha():
            between = {t.form for t in self._mentions.tokens(nearest.end, mention.start)}
            if not between & self._beside.prepositions or "بدوله" in between or "في" in between:
                return True
        if office and before and (blank or (named and not mention.text.startswith(("ال", "لل")))):
            return True
        return envoy

    def fits(self, start: int, mention: Evidence, to: frozenset[str]) -> bool:
        """Whether what stands before the other party of a verb is what its telling has there: its preposition, or none."""
        text = self._article.text
        clitic = text[mention.start - 1] if mention.start and text[mention.start - 1].isalpha() else ""
        forms = {t.form for t in self._mentions.tokens(start, mention.start)}
        wanted = to - {"و"}
        if wanted:
            return bool(forms & wanted) or clitic in wanted or (mention.text.startswith("لل") and "ل" in wanted) or "ب" in wanted and "مع" in wanted
        party = text[start : mention.start].strip(" «\"“")
        last = list(self._mentions.tokens(start, mention.start))[-1:]
        if mention.text.startswith("لل") or any(t.form in self._beside.prepositions for t in last):
            return False
        return clitic in ("", "و") and (bool(party) or not self._is_bare_head(start))

    def _is_bare_head(self, end: int) -> bool:
        """Whether the word that ends at `end` is an indefinite head, whose genitive follows («فصائل جيش الفتح»)."""
        last = list(self._mentions.tokens(max(0, end - 25), end))
        return bool(last) and any(m.end == end and m.start == last[-1].start and not m.text.startswith(("ال", "لل")) and a.kind in ("group", "organization") for a in self._actors.values() for m in a.mentions)

    def opens(self, event: Event, nearest: Evidence) -> bool:
        """Whether a verb opens its clause, so that what follows it is its subject and not its object («دول تتهم إيران»)."""
        if nearest is not event.trigger or not event.rule.startswith("verb:") or fold_word(event.trigger.text)[0] == "و":
            return True
        text = self._article.text
        before = list(self._mentions.tokens(max(0, event.trigger.start - 40), event.trigger.start))
        if not before or text[before[-1].end : event.trigger.start].strip():
            return True
        last = before[-1]
        if last.form == "ان" and len(before) > 1 and before[-2].form.removeprefix("و") == "سبق":
            return False
        if last.form == "ذلك" and (len(before) < 2 or before[-2].form.removeprefix("و") not in self._beside.prepositions):
            return False
        lost = event.trigger.start - 40 > last.start
        if not lost and (last.form in self._between.openers or self._mentions.dated(last) or "\n\n" in text[last.end : event.trigger.start]):
            return True
        return self._follows_setting(event)

    def _follows_setting(self, event: Event) -> bool:
        """Whether only a preposition and its few words stand between the start of the sentence and the verb («وفي ريف دمشق شن الطيران»)."""
        text, (start, _) = self._article.text, self._mentions.sentence(event)
        tokens = list(self._mentions.tokens(start, event.trigger.start))
        return 0 < len(tokens) <= _SETTING and any(f in self._beside.prepositions for f in bare_forms(tokens[0].form)) and not any(c in ":؛" for c in text[tokens[0].start : event.trigger.start])

    def is_subject(self, actor: Actor, mention: Evidence) -> bool:
        """Whether a party before its verb opens its clause, its titles and number with it («وكان الرئيس فلان قد زار»): else it may be another verb's («أكد الوزير رفض بلاده»)."""
        role = {f for word in fold_word(actor.role or "").split() for f in bare_forms(word)}
        tokens = list(self._mentions.tokens(max(0, mention.start - 120), mention.start))
        tokens = tokens[: len(tokens) - len(self._mentions.counting(tokens))]
        joined = mention.start > 1 and self._article.text[mention.start - 1] == "و" and not self._article.text[mention.start - 2].isalpha()
        end = mention.start - joined
        while tokens:
            if any(c in "،,:.؛\n«\"“(-*" for c in self._article.text[tokens[-1].end : end]):
                return True
            if not any(f in role or f in self._between.titles for f in bare_forms(tokens[-1].form)):
                break
            end = tokens.pop().start
        return not tokens or tokens[-1].form in self._beside.nominal or tokens[-1].form.removeprefix("و").removeprefix("ف") in self._beside.nominal

    def is_victim(self, event: Event, actor: Actor, mention: Evidence, number: Evidence | None) -> bool:
        """Whether the one told beside a verb may be whom it was done to («17 متمردا قتلوا»، «قتل جندي أمس»), where nobody else is told."""
        armed = actor.kind in ("organization", "country") or actor.rule == "group" or (mention.text.startswith("ال") and actor.kind == "group")
        return event.rule.split(":")[1] in self._beside.to_people and (mention.end <= event.trigger.start or number is not None or not armed)

    def is_cut(self, event: Event, actor: Actor, mention: Evidence) -> bool:
        """Whether words without ال that end a name have their genitive right behind them («عميد شؤون الطلاب»)."""
        last = mention.text.split()[-1]
        if actor.kind == "person" and actor.rule.split(":")[0] not in _GENERIC:
            return self._is_half_a_title(actor, mention)
        if last.endswith(_SIDED) and self._article.text[mention.end :].startswith((" ل", " عن")):
            return True
        if actor.rule.split(":")[0] not in _GENERIC or last.startswith(("ال", "لل", "«", "(")) or last.endswith(("ون", "ين", ")", "»", '"')) or (" " in mention.text and self._mentions.is_adjective(last)):
            return False
        following = next(self._mentions.tokens(mention.end, min(len(self._article.text), mention.end + 30)), None)
        if following is None or following.start == event.trigger.start or self._article.text[mention.end : following.start].strip():
            return False
        return following.form not in self._beside.prepositions | (self._beside.behind_whom - _SIDES) and not following.form.startswith(("ب", "لل", "و")) and not self._mentions.dated(following)

    def _is_half_a_title(self, actor: Actor, mention: Evidence) -> bool:
        """Whether a title that stands for somebody goes on behind its mention («رئيس مجلس إدارة | المركز»)."""
        last = fold_word(mention.text.split()[-1])
        if last in fold_word(actor.name).split() or last.startswith("ال") or self._mentions.is_adjective(last):
            return False
        following = next(self._mentions.tokens(mention.end, min(len(self._article.text), mention.end + 20)), None)
        return following is not None and following.form.startswith("ال") and not self._article.text[mention.end : following.start].strip()

    def goes_on_in(self, event: Event, actor: Actor, words: Evidence) -> bool:
        """Whether the words behind a name still describe it («الدول المذكورة»), or, behind an office without a name, begin with another of the same man's («التقى نائب الرئيس رئيس مجلس الوزراء فلان …»)."""
        first = fold_word(words.text.split()[0])
        if actor.kind != "person" and first.startswith("ال") and (self._mentions.is_adjective(first[2:]) or first in _SUCH) and event.rule.startswith("verb:"):
            return True
        nameless = actor.rule == "office" or (actor.kind == "person" and actor.rule.startswith("office:"))
        return event.event == "CONSULT" and nameless and any(f in self._between.titles for f in bare_forms(first))

    def is_told_of(self, event: Event, actor: Actor, mention: Evidence) -> bool:
        """Whether the verb stands in a relative clause right behind a party that is nobody's genitive («وقال الوفد الذي التقى …»), or behind «إنه» of what it says itself."""
        between = [t.form for t in self._mentions.tokens(mention.end, event.trigger.start)]
        if between[-1:] and between[-1] in self._beside.himself and event.rule.split(":")[1] not in self._beside.to_people and not any(_is_saying_besides(f) for f in between) and list(event.source) == [actor.id] == list(event.actor) and mention.start >= self._mentions.sentence(event)[0]:
            return True
        before = list(self._mentions.tokens(max(0, mention.start - 30), mention.start))
        free = not before or bool(self._article.text[before[-1].end : mention.start].strip(" «\"“")) or any(f in self._beside.prepositions | self._beside.speaks | self._beside.nominal for f in bare_forms(before[-1].form))
        return len(between) == 1 and between[0] in self._beside.who and free and not event.source


def _is_saying_besides(form: str) -> bool:
    """Whether a word goes on with what somebody says in passing («قائلا»، «مؤكدا»), whose «إنه» may stand for what he speaks of."""
    return form.endswith("ا") and (form.startswith("م") or form in ("قايلا", "قائلا", "لافتا", "نافيا"))
