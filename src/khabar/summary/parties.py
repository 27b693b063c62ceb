"""Which mentions of a party can be trusted to name it, and what it is called there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.model import Actor, Article, Event, Evidence, Record
from khabar.text.fold import fold_word

_STOPS = re.compile(r"[.؟!](?=\s|$)|\n\s*\n")
_SIGNS = re.compile(r"[.؟!؛;:]|\n\s*\n")
_DIGITS = re.compile(r"(?:\d+[.,٫٬])*$")
_WORD = re.compile(r"[^\W_]+(?:[\u0610-\u061a\u064b-\u065f\u0670]+[^\W_]*)*")


_ADJECTIVE = re.compile("ال.{2,}(?:ي|يه)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = frozenset({"نواب", "وزراء", "مستشاري", "مساعدي", "اعضاء", "مسوولي", "قاده", "افراد", "ممثلي", "وكلاء"})
_AGENTS = frozenset({"ممثل", "ممثله", "مندوب", "وكيل", "محامي", "مبعوث", "موفد"})
_SOME = frozenset({"احد", "احدي", "بعض", "اغلب", "معظم", "غالبيه"})
# Titles of people in general, whose surname may be a well-known man's by chance («الصحفي الأميركي ترامب»).
_ANYBODY = frozenset("صحفي صحافي كاتب مواطن ناشط محلل محامي خبير باحث طبيب شاب طفل قاض قاضي ضابط شرطي جندي اعلامي مدون طالب عامل".split())
_EPITHETS = frozenset({"الارهابي", "الارهابيه", "المتطرف", "المتطرفه", "المتشدد", "المتشدده", "الانفصالي", "الانقلابيه", "الفلسطينيه", "اللبناني"})
_TITLES = frozenset({"الامير", "الملك", "الشيخ", "سموه", "اللواء", "الفريق", "العميد", "العقيد", "الرئيسه", "الرييسه", "الرييس"})


class Token(NamedTuple):
    """A word of the article, folded, and where it stands."""

    start: int
    end: int
    form: str


class Between(NamedTuple):
    """Folded words that may stand between an act and its parties: titles, small words of time, numbers, words around a number; words that undo an act before
    its noun, and that leave open whether it is so; words that a clause opens with; nationality adjectives; names known by list; honorifics; plurals that
    want a genitive («مقاتلو»)."""

    titles: frozenset[str]
    small: frozenset[str]
    numbers: frozenset[str]
    around: frozenset[str]
    undoing: frozenset[str]
    doubting: frozenset[str]
    openers: frozenset[str]
    nisbas: frozenset[str]
    known: frozenset[str]
    honorifics: frozenset[str]
    constructs: frozenset[str]
    adjectives: frozenset[str]


class Party(NamedTuple):
    """A party to an act: what it is called in the line, the mention that names it there, and how many it tells of («نحو 29»)."""

    actor: Actor
    name: str
    mention: Evidence
    number: Evidence | None


class Mentions:
    """The mentions of one record, as far as a line may name somebody by them."""

    def __init__(self, record: Record, between: Between) -> None:
        self._record = record
        self._article: Article = record.article
        self._between = between
        self._mentions = [(m, a) for a in record.actors for m in a.mentions]

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The words of the article from `start` up to `end`."""
        for match in _WORD.finditer(self._article.text, start, end):
            yield Token(match.start(), match.end(), fold_word(match.group()))

    def sentence(self, event: Event) -> tuple[int, int]:
        """The sentence of the trigger: from the last full stop or empty line to the next."""
        text = self._article.text
        before = [m.end() for m in _STOPS.finditer(text, max(0, event.trigger.start - 1500), event.trigger.start)]
        after = _STOPS.search(text, event.trigger.end)
        return before[-1] if before else max(0, event.trigger.start - 1500), after.start() if after else len(text)

    def dated(self, token: Token) -> bool:
        """Whether a word is part of a date."""
        return any(d.start <= token.start and token.end <= d.end for d in self._record.dates)

    def stretch(self, event: Event) -> tuple[int, int]:
        """The evidence, cut at the signs around the trigger that part one clause from the next."""
        text, start, end = self._article.text, event.evidence.start, event.evidence.end
        for sign in _SIGNS.finditer(text, start, end):
            if sign.end() <= event.trigger.start:
                start = sign.end()
            elif sign.start() >= event.trigger.end:
                return start, sign.start()
        return start, end

    def called(self, actor: Actor, mention: Evidence) -> str:
        """What a party is called: a state as the text has it there (its capital, «السلطة الفلسطينية»), everybody else by the longest name."""
        text = " ".join(mention.text.split())
        marked = text.endswith(("اً", "ًا"))
        if actor.kind == "country" and not text.startswith(("لل", "بلاد")) and not marked and not {f for f in bare_forms(fold_word(text))} & self._between.nisbas:
            return text
        if text.startswith(("لل", "بلاد")) or marked:
            return actor.name.removeprefix("أول ") if actor.kind == "person" else actor.name
        generic = actor.rule.split(":")[0] in ("collective", "office") and (text.startswith("ال") or len(text.split()) > len(actor.name.split()))
        if generic or (actor.kind == "organization" and (" " in text or text.startswith("ال"))):
            return text
        return actor.name.removeprefix("أول ") if actor.kind == "person" else actor.name

    def is_whole(self, actor: Actor, mention: Evidence) -> bool:
        """Whether the name of a party can be trusted: no single word that no list knows, no listed name with strange words after it, no
        indefinite office («ضابط إيراني») taken for somebody with a name."""
        form = fold_word(actor.name)
        words = form.split()
        if (actor.kind == "country" and self._describes(mention)) or len(form) < 3 or "نظير" in form or "نظراء" in form or self._is_part(mention):
            return False
        if self._swallows(actor, mention) or mention.text.endswith("المشتبه") or actor.kind != "person" and (_is_owned_by_somebody(mention.text) or self._goes_beyond(actor, mention)):
            return False
        if actor.kind != "person":
            return words[0] not in self._between.constructs or len(words) > 1
        if actor.rule.startswith("office:") or actor.rule == "office":
            if fold_word(mention.text) in _TITLES:
                return False
            title = len(words) == 1 and (words[0] in self._between.honorifics or words[0] in _TITLES)
            return not title and words[-1] not in ("بن", "عبد") and words[0] not in self._between.constructs
        if _is_father(mention.text, words) or words[-1] == "باسم" or _is_glued(words):
            return False
        last = fold_word(mention.text).split()[-1]
        if " " in mention.text and last.endswith("ين") and last not in words and last not in fold_word(actor.role or "").split():
            return False
        if self._is_anothers_title(actor, mention) or self._is_of_namesakes(actor, mention) or self._goes_on_with_a_name(mention) or ("بن" not in words and len(set(words)) < len(words)):
            return False
        if form in self._between.known:
            return not self._is_some_namesake(mention) and not self._is_owned(mention)
        return self._is_name(words) and not self._is_owned(mention) and _shares(mention.text, words)

    def names(self, actor: Actor, mention: Evidence) -> bool:
        """Whether a mention itself says who somebody is: with a word of the name, or with ال («الوزير»), not «ضابط آخر»."""
        return actor.kind != "person" or actor.rule.split(":")[0] == "office" or _shares(mention.text, fold_word(actor.name).split())

    def _swallows(self, actor: Actor, mention: Evidence) -> bool:
        """Whether a phrase goes on behind its adjective with another noun («مسؤول تركي حزب العمال»), which belongs to the clause."""
        words = mention.text.split()
        mixed = len(words) == 3 and words[0].endswith("ة") and words[1].endswith("ية") and words[2].startswith("ال") and words[2].endswith("ي")
        if actor.rule.split(":")[0] not in ("office", "collective", "institution", "head") or len(words) < 3 or words[0].startswith("ال"):
            return mixed
        described = self.is_adjective(words[1]) and not words[1].startswith("ال")
        return mixed or described and not self.is_adjective(words[2]) and fold_word(words[2]) not in ("في", "من", "لدي", "عن", "باسم", "لشوون") and not words[2].startswith("لل")

    def _is_anothers_title(self, actor: Actor, mention: Evidence) -> bool:
        """Whether one word with ال is the title of somebody else, who is named right behind it («الشيخ السديرة»)."""
        if " " in mention.text or not mention.text.startswith("ال"):
            return False
        return any(m.start == mention.end + 1 and a.id != actor.id for m, a in self._mentions)

    def _is_of_namesakes(self, actor: Actor, mention: Evidence) -> bool:
        """Whether one word names somebody whose family's name others in the article have («الأسد»)."""
        form = fold_word(mention.text)
        if " " in form:
            return False
        return any(a.id != actor.id and a.kind == "person" and form in fold_word(a.name).split()[1:] for _, a in self._mentions)

    def _goes_on_with_a_name(self, mention: Evidence) -> bool:
        """Whether a family's name stands right behind a name that is not seen to be part of it («محمد كمال الغربي»)."""
        token = next(self.tokens(mention.end, min(len(self._article.text), mention.end + 20)), None)
        if token is None or self._article.text[mention.end : token.start].strip() or not token.form.startswith("ال") or len(token.form) < 5:
            return False
        if self._article.text[token.end : token.end + 1] == "،" and not any(f in self._between.titles for f in bare_forms(token.form)):
            return True
        behind = next(self.tokens(token.end, min(len(self._article.text), token.end + 20)), None)
        if behind is not None and behind.form in self._between.titles and not any(f in self._between.titles for f in bare_forms(token.form)) and not self._article.text[token.end : behind.start].strip():
            return True
        return token.form.endswith(("ي", "اوي")) and token.form[2:] not in self._between.nisbas and not any(f in self._between.titles for f in bare_forms(token.form))

    def _is_some_namesake(self, mention: Evidence) -> bool:
        """Whether a title of people in general stands on or right before the name of somebody known («الصحفي الأميركي ترامب»)."""
        before = list(self.tokens(max(0, mention.start - 30), mention.start))[-2:]
        near = [t.form for t in before if not any(c in ".،؛:»«()\"\n" for c in self._article.text[t.end : mention.start])]
        return any(f in _ANYBODY for form in (*near, fold_word(mention.text).split()[0]) for f in bare_forms(form))

    def is_adjective(self, word: str) -> bool:
        """Whether a word is a known adjective without ال («عسكري», «تركية»)."""
        form = fold_word(word)
        return form in self._between.nisbas or form in self._between.adjectives

    def _goes_beyond(self, actor: Actor, mention: Evidence) -> bool:
        """Whether a listed group has more words behind its name, so that another may be meant («القاعدة الجوية»)."""
        if actor.rule != "group":
            return False
        key, form = actor.key.split(":")[1], fold_word(mention.text)
        if form == key == "القاعده" and any(t.form in ("قاعده", "قواعد") for t in self.tokens(0, len(self._article.text))):
            return True
        return form.startswith(key + " ") and form.removeprefix(key + " ").split()[0] not in _EPITHETS

    def _is_name(self, words: list[str]) -> bool:
        """Whether words are a whole name: more than one, no listed name with a strange word after it, no title at its end."""
        if len(words) == 1 or words[-1] in ("بن", "عبد", "ابو"):
            return False
        for size in range(1, len(words)):
            if " ".join(words[:size]) in self._between.known and words[size] not in ("بن", "ابن", "ال"):
                return False
        return not any(f in self._between.titles for f in bare_forms(words[-1])) or words[-2] in ("بن", "ال")

    def _describes(self, mention: Evidence) -> bool:
        """Whether a state is told by an adjective of somebody else («الصحفي الليبي»): with ال behind a word with ال."""
        if not mention.text.startswith("ال") or fold_word(mention.text)[2:] not in self._between.nisbas:
            return False
        before = list(self.tokens(max(0, mention.start - 25), mention.start))
        return bool(before) and any(f.startswith("ال") for f in bare_forms(before[-1].form)) and not self._article.text[before[-1].end : mention.start].strip()

    def _is_part(self, mention: Evidence) -> bool:
        """Whether only one or some of those named are meant («أحد العسكريين»)."""
        before = list(self.tokens(max(0, mention.start - 12), mention.start))
        return bool(before) and before[-1].form in _SOME

    def _is_owned(self, mention: Evidence) -> bool:
        """Whether a name is the genitive of an office without ال right before it («وزير خارجية الأسد», «ممثل المرجع الأعلى السيد …»)."""
        before = list(self.tokens(max(0, mention.start - 30), mention.start))
        if not before or self._article.text[before[-1].end : mention.start].strip():
            return False
        form = before[-1].form
        agent = max((n for n, t in enumerate(before) if t.form.removeprefix("و") in _AGENTS), default=len(before))
        if any(t.form in _MANY for t in before) or (before[agent:] and all(t.form.startswith("ال") for t in before[agent + 1 :])):
            return True
        return form in self._between.titles and form not in self._between.honorifics and not form.startswith("ال")

    def is_cut_short(self, actor: Actor) -> bool:
        """Whether all mentions of a source are heads whose genitive is left out («نقابة» of «نقابة المعلمين»)."""
        words = fold_word(actor.name).split()
        if actor.kind == "person" and len(words) == 1 and actor.rule not in ("known_name", "office") and words[0] not in self._between.known:
            return True
        if words[-1] == "باسم" or _is_glued(words) or fold_word(actor.name) in ("شخصا", "اشخاص", "كاتب", "شخص", "الشخص"):
            return True
        bare_body = actor.kind == "organization" and " " not in actor.name and not actor.name.startswith("ال") and actor.rule.startswith(("institution", "body_head", "head"))
        return bare_body or (bool(actor.mentions) and all(self.is_truncated(m) for m in actor.mentions))

    def is_truncated(self, mention: Evidence) -> bool:
        """Whether one indefinite word is followed by what it belongs to («رجل الدين»، «عنصر من»)."""
        if " " in mention.text or mention.text.startswith("لل"):
            return False
        if mention.text.startswith("ال"):
            token = next(self.tokens(mention.end, min(len(self._article.text), mention.end + 25)), None)
            described = token is not None and not self._article.text[mention.end : token.start].strip() and _ADJECTIVE.fullmatch(token.form)
            return bool(described) and any(a.kind in ("group", "organization") or a.rule == "office" for m, a in self._mentions if m == mention)
        following = self._article.text[mention.end : mention.end + 4]
        return following.startswith((" ال", " من ")) and any(a.kind in ("group", "organization") or a.rule.startswith("office") for m, a in self._mentions if m == mention)

    def number(self, mention: Evidence, floor: int) -> Evidence | None:
        """The words of number right before a mention («نحو 29»)."""
        tokens = self.counting([t for t in self.tokens(floor, mention.start) if not self.dated(t)])
        if tokens and (self._article.text[tokens[-1].end : mention.start].strip() or (len(tokens) == 1 and _YEAR.fullmatch(tokens[0].form))):
            return None
        if not tokens:
            return None
        # «3.400» is one number, though its point parts two words.
        whole = _DIGITS.search(self._article.text, max(0, tokens[0].start - 12), tokens[0].start)
        return self._article.cite(whole.start() if whole is not None else tokens[0].start, tokens[-1].end)

    def counting(self, tokens: list[Token]) -> list[Token]:
        """The last of `tokens` that tell a number; none where they are only words that stand around one."""
        first = len(tokens)
        while first and (tokens[first - 1].form.isdigit() or tokens[first - 1].form in self._between.numbers | self._between.around):
            first -= 1
        told = tokens[first:]
        return told if any(t.form.isdigit() or t.form in self._between.numbers for t in told) else []


def _is_owned_by_somebody(text: str) -> bool:
    """Whether a word carries a pronoun («حكومته»), which nobody stands for in a line."""
    first = text.split()[0]
    return first.endswith(("ته", "تها", "تهم", "تنا", "اته", "اتها", "هم", "ها")) and len(first) > 4 and not first.startswith("ال")


def _is_father(text: str, words: list[str]) -> bool:
    """Whether a mention is the end of the name behind بن, which is somebody's father («سلمان» of «خالد بن سلمان»)."""
    told = fold_word(text).split()
    for first in range(1, len(words)):
        if words[first:] == told[-(len(words) - first) :] and len(told) >= len(words) - first and words[first - 1] in ("بن", "ابن", "بنت"):
            return told[: -(len(words) - first)] != words[:first][-len(told) :] and len(told) < len(words)
    return False


def _is_glued(words: list[str]) -> bool:
    """Whether two words stand as one («سبايسرالمتحدث»)."""
    return any("ال" in w[4:-3] and len(w) > 11 for w in words)


def _shares(text: str, words: list[str]) -> bool:
    """Whether a mention has a word of the name, or is an office with ال («الوزير»), which stands for it."""
    forms = {f for w in fold_word(text).split() for f in bare_forms(w)}
    return text.startswith(("ال", "لل")) or bool(forms & {f for w in words for f in bare_forms(w)})


def bare_forms(form: str) -> Iterator[str]:
    """A folded word as it is, and without the clitics and the article that it may carry."""
    yield form
    for clitic in ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "ولل", "وب", "ول"):
        if form.startswith(clitic) and len(form) > len(clitic) + 2:
            yield form[len(clitic):]
