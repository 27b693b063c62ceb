"""What in an article's words leaves open whether an act was done at all."""


from khabar.model import Event
from khabar.summary.look import Look
from khabar.summary.parties import bare_forms
from khabar.text.fold import fold_word

# Types of acts that a noun alone tells for sure, where it names whom they were done to.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})

# What a noun of act follows as its genitive («قضية قتل الصحافي»).
_CASES = frozenset("قضيه جريمه عمليه حادثه حادث محاوله تهمه بتهمه بقضيه بجريمه مقطع خلفيه ملف وجريمه وقضيه".split())
# Within how many words «كان» makes an imperfect a past.
_WAS_DOING = 5
# What a negation after it is no statement of.
_IF = frozenset({"اذا", "لو", "ما", "هل", "حتي"})
# Behind an act to come say that it depends on something.
_PROVIDED = frozenset({"حال", "اذا", "شرط", "بشرط", "شريطه", "لو"})


class Checks(Look):
    """Looks at the words around the acts of one record."""

    def leaves_open(self, event: Event) -> bool:
        """Whether any of the checks finds that the act may not have been, or may be another."""
        checks = (self.undone, self.is_tag, self.is_maybe_noun, self.is_loose_noun, self.is_one_told_twice, self.is_of_many)
        return any(check(event) for check in checks)

    def undone(self, event: Event) -> bool:
        """Whether the words before a noun of act say that it is asked for, put off, feared or ended."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 60), event.trigger.start))[-3:]
        forms = {f for t in before for f in bare_forms(t.form)}
        return event.rule.startswith("noun:") and bool(forms & self._between.undoing)

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
        before = list(self._mentions.tokens(max(0, event.trigger.start - 40), event.trigger.start))
        opens = not before or "\n\n" in self._article.text[before[-1].end : event.trigger.start]
        sure = event.rule.split(":")[1] in self._beside.sure_nouns and (opens or before[-1].form in self._beside.before_noun)
        return not clash and (bool(event.actor) or event.event not in _DONE_TO or not sure)

    def is_tag(self, event: Event) -> bool:
        """Whether the words are catchwords under an article («سمات داعش قتل ليبيا»)."""
        first = next(self._mentions.tokens(self._mentions.sentence(event)[0], event.trigger.end), None)
        return first is not None and first.form in self._beside.tags

    def is_of_many(self, event: Event) -> bool:
        """Whether the verb is a plural («واتفقوا») that a party in the singular cannot be the subject of."""
        form = fold_word(event.trigger.text)
        one = any((a.kind != "group" or a.rule == "group") and not a.name.endswith(("ين", "ون")) for a in (self._actors[i] for i in event.actor))
        return event.rule.startswith("verb:") and form.endswith("وا") and one and len(event.actor) == 1

    def follows_that(self, event: Event) -> bool:
        """Whether أن stands right before the verb, which then tells what is wanted or expected («يتوقع أن يدعو»)."""
        before = list(self._mentions.tokens(max(0, event.trigger.start - 8), event.trigger.start))
        return bool(before) and before[-1].form in ("ان", "بان", "الا", "لان", "كي", "لكي")

    def coming(self, event: Event) -> str:
        """How the text tells that an act is still to come: "will" («سيزور»), "expected" or "planned"; "" where it does neither."""
        if event.rule.startswith("noun:"):
            return self._noun_coming(event)
        before = [t.form for t in self._mentions.tokens(max(0, event.trigger.start - 60), event.trigger.start)][-4:]
        form = fold_word(event.trigger.text).removeprefix("و").removeprefix("ف")
        if form.startswith("س") or before[-1:] == ["سوف"]:
            return "will"
        forms = {f for word in before for f in bare_forms(word)}
        if before[-1:] != ["ان"]:
            return ""
        return "planned" if forms & self._beside.planned else "expected" if forms & self._beside.expected else ""

    def is_under_way(self, event: Event) -> bool:
        """Whether the verb that goes with a noun of act is in the imperfect («يعقد البرلمان اليوم جلسة»)."""
        light = event.rule.partition(":light:")[2]
        before = [t.form.removeprefix("و") for t in self._mentions.tokens(max(event.evidence.start, event.trigger.start - 150), event.trigger.start)]
        return bool(light) and any(f[:1] in ("ي", "ت") and f[1:] in (light, light[1:]) for f in before)

    def _noun_coming(self, event: Event) -> str:
        before = [t.form for t in self._mentions.tokens(max(event.evidence.start, event.trigger.start - 150), event.trigger.start)]
        forms = {f for word in before for f in bare_forms(word)}
        if forms & self._beside.planned:
            return "planned"
        if forms & self._beside.expected:
            return "expected"
        light = event.rule.partition(":light:")[2]
        future = any(f.removeprefix("و").startswith("س") and f.removeprefix("و")[1:2] in ("ي", "ت") for f in before)
        return "will" if light and (future or "سوف" in before) else ""

    def is_doubted(self, event: Event, start: int) -> bool:
        """Whether the words before the trigger leave open whether it is so («ما إذا كان»، «لا نستطيع الجزم»)."""
        forms = {t.form for t in self._mentions.tokens(start, event.trigger.start)}
        if event.rule.startswith("noun:") and event.status not in ("planned", "hypothetical"):
            ahead = {f for t in self._mentions.tokens(event.trigger.end, event.evidence.end) for f in bare_forms(t.form)}
            if ahead & self._beside.to_come:
                return True
        if event.status == "planned" and any(t.form in _PROVIDED for t in self._mentions.tokens(event.trigger.end, event.evidence.end)):
            return True
        told = [t.form.removeprefix("و") for t in self._mentions.tokens(start, event.trigger.start)][-_WAS_DOING:]
        if fold_word(event.trigger.text).removeprefix("و")[:1] in ("ي", "ت") and event.rule.startswith("verb:") and event.status == "asserted" and set(told) & {"كان", "كانت", "كانوا"}:
            return not fold_word(event.trigger.text).startswith(event.rule.split(":")[1][:2])
        last = [t.form for t in self._mentions.tokens(start, event.trigger.start)][-2:]
        if last in (["ما", "ان"], ["ان", "لم"]):
            return True
        if event.status in ("asserted", "hypothetical") and any(f in self._beside.when_if for f in [t.form for t in self._mentions.tokens(start, event.trigger.start)][-2:]) and event.trigger.text[0] in "يتس":
            return True
        if event.status == "hypothetical" and last[-1:] != ["قد"]:
            return True
        if event.status == "negated" and (last[-1:] not in (["لم"], ["لن"], ["لا"]) or forms & _IF):
            return True
        return event.status not in ("alleged", "denied", "negated") and bool(forms & self._between.doubting)

    def is_maybe_noun(self, event: Event) -> bool:
        """Whether «ورفض» in the midst of a clause may be a noun, joined to another («إطالة عمر النزاع ورفض الأسد»)."""
        form = fold_word(event.trigger.text)
        text = self._article.text[: event.trigger.start].rstrip(" ")
        before = list(self._mentions.tokens(max(0, event.trigger.start - 20), event.trigger.start))[-1:]
        if event.rule.startswith("verb:") and form in self._beside.noun_too and any(t.form in _CASES for t in before):
            return True
        return event.rule.startswith("verb:") and form in {"و" + lemma for lemma in self._beside.noun_too} and text[-1:] not in ("", ".", "\n", "،", "؛", "»", '"', "!", "؟", ")", "”")
