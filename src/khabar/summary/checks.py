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
# What a verb in a relative clause follows, what one of one's own acts follows, and verbs of saying before who says it.
_WHO = frozenset({"الذي", "التي", "الذين"})
_SELF = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم"})
_SPEAKS = frozenset("قال قالت اعلن اعلنت اكد اكدت اوضح اوضحت اضاف اضافت ذكر ذكرت اشار اشارت كشف كشفت نفي نفت نفوا قالوا صرح صرحت زعم زعمت حذر حذرت اتهم اتهمت لفت لفتت بين ابلغ ابلغت نقل نقلت روي روت تحدث تحدثت جاء تابع تابعت شدد شددت اعتبر اعتبرت راي ادعي ادعت رجح رجحت".split())
_TOLD_BY = frozenset("نقلا افاد افادت بيان بحسب حسب تصريح يقول تقول يوكد توكد".split())
# Within how many words before its name a word of saying stands.
_CITED = 5
# What a subject before its verb follows: a subject opens its clause.
_NOMINAL = frozenset("ان بان لان فان كان كانت لكن بينما فيما حيث اما كما ليس غير اذ حين يكون تكون".split())
# Verbs that are done to people, whose name with nobody after it may be theirs, and what one's own name ends in no more.
_TO_PEOPLE = frozenset("قتل اصاب جرح اعتقل خطف اختطف اغتال اعدم احتجز اوقف سجن طعن دهس طرد استجوب حاصر انقذ".split())
# What stands before a noun that alone tells what was done, and the nouns that do.
_BEFORE_NOUN = frozenset("الي عن اعلن اعلنت اثر بعد منذ قبل عقب تم خلفيه بسبب جراء اعلان نبا اكد اكدت القي والي وعن وتم".split())
_SURE_NOUNS = frozenset("مقتل استشهاد اغتيال اعتقال اختطاف خطف افراج قبض اقاله توقيف".split())
# Rules by which somebody without a name of his own is known.
_GENERIC = frozenset({"office", "institution", "collective", "head", "body_head", "nisba", "speaker"})
_PLANNED = frozenset({"المقرر", "مقررا", "المزمع", "مقرر"})
_EXPECTED = frozenset({"المتوقع", "المنتظر", "المرتقب", "يتوقع", "ينتظر", "متوقع", "منتظر"})
_WHEN_IF = frozenset({"عندما", "حينما", "حين", "متي", "اذا", "ريثما", "لدي"})
_NOUN_TOO = frozenset("رفض دعم قتل طلب قصف شكر منع قطع نشر فرض طرد حظر وعد امر خطف طعن ضرب حرق شن صد هدم سجن جرح".split())
_ASIDE = frozenset("حيث فيما بينما بعدما عندما الذي التي الذين حين".split())
_THAT = frozenset("ان بان انه انها انهم بانه بانها بانهم لان وان وانه وانها بقوله بقولها قوله قولها قائلا قائله قال قالت".split())
_TAGS = frozenset({"سمات", "وسوم"})
# How many words may tell the setting before a verb.
_SETTING = 6
_SENT = frozenset({"مبعوث", "موفد", "سفير", "سفيره", "مندوب", "منسق", "قنصل"})
PREPOSITIONS = frozenset({"في", "من", "الي", "علي", "عن", "مع", "لدي", "بين", "ضد", "حول", "بعد", "قبل", "خلال", "منذ", "عند", "تحت", "غير"})


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
        return following.form not in PREPOSITIONS | _BEHIND_WHOM and not following.form.startswith(("و", "ف", "ب", "ل", "ك"))

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
        sure = event.rule.split(":")[1] in _SURE_NOUNS and (opens or before[-1].form in _BEFORE_NOUN)
        return not clash and (bool(event.actor) or event.event not in _DONE_TO or not sure)

    def is_tag(self, event: Event) -> bool:
        """Whether the words are catchwords under an article («سمات داعش قتل ليبيا»)."""
        first = next(self._mentions.tokens(self._sentence(event)[0], event.trigger.end), None)
        return first is not None and first.form in _TAGS

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
            return "planned"
        before = [t.form for t in self._mentions.tokens(max(0, event.trigger.start - 60), event.trigger.start)][-4:]
        form = fold_word(event.trigger.text).removeprefix("و").removeprefix("ف")
        if form.startswith("س") or before[-1:] == ["سوف"]:
            return "will"
        forms = {f for word in before for f in bare_forms(word)}
        if before[-1:] != ["ان"]:
            return ""
        return "planned" if forms & _PLANNED else "expected" if forms & _EXPECTED else ""

    def is_behind(self, mention: Evidence) -> bool:
        """Whether a preposition stands before a mention or on it, so that it is nobody's subject («بمجلس النواب»)."""
        text = self._article.text
        if mention.start and text[mention.start - 1].isalpha():
            return text[mention.start - 1] != "و" or (mention.start > 1 and text[mention.start - 2].isalpha())
        before = list(self._mentions.tokens(max(0, mention.start - 10), mention.start))
        return bool(before) and before[-1].form in PREPOSITIONS and not text[before[-1].end : mention.start].strip(" «\"“")

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
            return self._is_beside_what_is_said(event, start, end)
        if any(t.form in _SAYING for t in self._mentions.tokens(event.trigger.end, end)):
            return True
        around = any(q.start <= event.trigger.start < q.end for q in self._record.quotes)
        return around or any(m.inner_start <= event.trigger.start and event.trigger.end < m.inner_end for m in self._marks)

    def _is_beside_what_is_said(self, event: Event, start: int, end: int) -> bool:
        """Whether the act stands outside what somebody says in the same sentence: in a clause of its own behind «حيث» or «الذي», behind a verb of
        saying without «أن» («أعلنت هدنة، حيث التزمت …»), or before a «ووفقا لـ» that opens another clause."""
        before = [t.form for t in self._mentions.tokens(start, event.trigger.start)]
        if [f for f in before if f != "قد"][-1:] and [f for f in before if f != "قد"][-1] in _ASIDE:
            return True
        named = [m for s in event.source for m in self._actors[s].mentions if start <= m.start < end]
        ahead = [m for m in named if m.end <= event.trigger.start]
        behind = [t.form for t in self._mentions.tokens(event.trigger.end, end)]
        if any(f in behind for f in ("ووفقا", "ووفق", "وبحسب", "وحسب")) and not ahead:
            return True
        if not ahead or event.rule.startswith("noun:"):
            return False
        said = self._article.text[max(start, min(m.start for m in ahead) - 80) : event.trigger.start]
        return not (any(c in said for c in ":«\"“") or {t.form for t in self._mentions.tokens(start, event.trigger.start)} & _THAT)

    def is_carried_on(self, event: Event, mention: Evidence) -> bool:
        """Whether «ودعا فلان إلى» goes on with another's doing, in the midst of a sentence, so that he may be the one called on."""
        text = self._article.text[: event.trigger.start].rstrip(" «\"“")
        anybody = any(a.kind != "person" for a in self._actors.values() if mention in a.mentions)
        return event.trigger.text.startswith("و") and mention.start >= event.trigger.end and (anybody or text[-1:] not in ("", ".", "\n", "؟", "!", "»", '"', "”"))

    def is_cited(self, source: Actor, event: Event) -> bool:
        """Whether the sentence itself names who says so, beside a word that says that he does."""
        start, end = self._sentence(event)
        cue = next((q.cue for q in self._record.quotes if q.id == event.quote and source.id in q.speakers), None)
        near = cue is not None and start <= cue.start < end
        for mention in (m for m in source.mentions if start <= m.start < end and self._mentions.names(source, m)):
            before = list(self._mentions.tokens(max(start, mention.start - 60), mention.start))[-_CITED:]
            after = list(self._mentions.tokens(mention.end, min(end, mention.end + 30)))[:1]
            if near or any(f in _SPEAKS | _SAYING | _TOLD_BY for t in (*before, *after) for f in (t.form, t.form.removeprefix("و"))):
                return True
        return False

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
        if event.status in ("asserted", "hypothetical") and any(f in _WHEN_IF for f in list(t.form for t in self._mentions.tokens(start, event.trigger.start))[-2:]) and event.trigger.text[0] in "يتس":
            return True
        return event.status not in ("alleged", "denied", "negated") and bool(forms & self._between.doubting)

    def is_maybe_noun(self, event: Event) -> bool:
        """Whether «ورفض» in the midst of a clause may be a noun, joined to another («إطالة عمر النزاع ورفض الأسد»)."""
        form = fold_word(event.trigger.text)
        text = self._article.text[: event.trigger.start].rstrip(" ")
        return event.rule.startswith("verb:") and form in {"و" + lemma for lemma in _NOUN_TOO} and text[-1:] not in ("", ".", "\n", "،", "؛", "»", '"', "!", "؟", ")", "”")

    def fits(self, start: int, mention: Evidence, to: frozenset[str]) -> bool:
        """Whether what stands before the other party of a verb is what its telling has there: its preposition, or none."""
        text = self._article.text
        clitic = text[mention.start - 1] if mention.start and text[mention.start - 1].isalpha() else ""
        forms = {t.form for t in self._mentions.tokens(start, mention.start)}
        wanted = to - {"و"}
        if wanted:
            return bool(forms & wanted) or clitic in wanted or (mention.text.startswith("لل") and "ل" in wanted) or "ب" in wanted and "مع" in wanted
        party = text[start : mention.start].strip(" «\"“")
        if mention.text.startswith("لل"):
            return False
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
        if not lost and (last.form in self._between.openers or self.dated(last) or "\n\n" in text[last.end : event.trigger.start]):
            return True
        return self._follows_setting(event)

    def _follows_setting(self, event: Event) -> bool:
        """Whether only a preposition and its few words stand between the start of the sentence and the verb («وفي ريف دمشق شن الطيران»)."""
        text, (start, _) = self._article.text, self._sentence(event)
        tokens = list(self._mentions.tokens(start, event.trigger.start))
        return 0 < len(tokens) <= _SETTING and any(f in PREPOSITIONS for f in bare_forms(tokens[0].form)) and not any(c in ":؛" for c in text[tokens[0].start : event.trigger.start])

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
        return not tokens or tokens[-1].form in _NOMINAL or tokens[-1].form.removeprefix("و").removeprefix("ف") in _NOMINAL

    def is_victim(self, event: Event, actor: Actor, mention: Evidence, number: Evidence | None) -> bool:
        """Whether the one told beside a verb may be whom it was done to («17 متمردا قتلوا»، «قتل جندي أمس»), where nobody else is told."""
        armed = actor.kind in ("organization", "country") or actor.rule == "group" or (mention.text.startswith("ال") and actor.kind == "group")
        return event.rule.split(":")[1] in _TO_PEOPLE and (mention.end <= event.trigger.start or number is not None or not armed)

    def is_cut(self, event: Event, actor: Actor, mention: Evidence) -> bool:
        """Whether words without ال that end a name have their genitive right behind them («عميد شؤون الطلاب»)."""
        last = mention.text.split()[-1]
        if actor.rule.split(":")[0] not in _GENERIC or last.startswith(("ال", "لل", "«", "(")) or last.endswith(("ون", "ين", ")", "»", '"')) or (" " in mention.text and self._mentions.is_adjective(last)):
            return False
        following = next(self._mentions.tokens(mention.end, min(len(self._article.text), mention.end + 30)), None)
        if following is None or following.start == event.trigger.start or self._article.text[mention.end : following.start].strip():
            return False
        return following.form not in PREPOSITIONS | _BEHIND_WHOM and not following.form.startswith(("بال", "لل", "و")) and not self.dated(following)

    def is_told_of(self, event: Event, actor: Actor, mention: Evidence) -> bool:
        """Whether the verb stands in a relative clause right behind a party that is nobody's genitive («وقال الوفد الذي التقى …»), or behind «إنه» of what it says itself."""
        between = [t.form for t in self._mentions.tokens(mention.end, event.trigger.start)]
        if between[-1:] and between[-1] in _SELF and list(event.source) == [actor.id] == list(event.actor) and mention.start >= self._sentence(event)[0]:
            return True
        before = list(self._mentions.tokens(max(0, mention.start - 30), mention.start))
        free = not before or bool(self._article.text[before[-1].end : mention.start].strip(" «\"“")) or any(f in PREPOSITIONS | _SPEAKS | _NOMINAL for f in bare_forms(before[-1].form))
        return len(between) == 1 and between[0] in _WHO and free and not event.source

    def dated(self, token: Token) -> bool:
        """Whether a word is part of a date."""
        return any(d.start <= token.start and token.end <= d.end for d in self._record.dates)
