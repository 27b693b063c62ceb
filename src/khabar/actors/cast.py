"""Which phrases name the same actor."""

import itertools
from collections.abc import Mapping, Sequence
from datetime import date

from khabar.actors.naming import name_of
from khabar.actors.owners import owner_of, side_of
from khabar.actors.part import Office, Part, bare_name, one_case, same_office, same_person
from khabar.actors.setting import anybody, before_its_state, faces, in_place, setting_of
from khabar.clauses.phrase import Phrase
from khabar.clauses.spelling import name_words
from khabar.lexicon import Lexicon
from khabar.lexicon.incumbents import EMPTY, in_office, office_words
from khabar.lexicon.terms import Holder
from khabar.model import Article
from khabar.text.fold import fold_word
from khabar.text.words import Word

# What belongs to the state an article is about unless it says otherwise.
_AT_HOME = frozenset(
    {"head_noun", "institution", "office", "office_name", "collective", "before_a_name", "body_head", "given_name", "short_name", "name_in_marks", "crowd"}
)
# How many words further on the place of people without a state may stand.
_NEAR = 14
# Whose side a leader may be on, what he is called, and how many words away his group may be named.
_SIDES = frozenset({"REB", "PTY", "OPP", "PRM"})
_LEADERS = frozenset({"قيادي", "قياديان", "قياديين", "قياديون", "زعيم", "عنصر"})
_SIDE_NEAR = 60
_STATE_TAGS = ("state", "capital", "palace")
# Two words for one office.
_SAME_OFFICE = {"ناطق": "متحدث", "ناطقه": "متحدثه"}
# Mentions that stand for the phrase which they hold.
_REFERRING = frozenset({"short_name", "latter", "himself", "other_name"})
# Who may have aircraft and ships, and what these are, which do nothing of themselves.
_ARMED = frozenset({"body", "group"})
_MACHINES = frozenset({"طايرات", "طايره", "مقاتلات", "مقاتله", "مروحيات", "مروحيه", "بوارج", "بارجه", "دبابات", "سفن"})
# What a president is of, where he is that of a state.
_OF_STATES = frozenset({"جمهوريه", "دوله", "بلاد", "اتحاد", "سلطه", "ولايات"})
# Sectors of those who hold an office of state.
_SERVING = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})


class Cast:
    """Gathers the actors of one article from its phrases, in the order of the text."""

    def __init__(self, article: Article, words: tuple[Word, ...], lexicon: Lexicon, nationalities: Mapping[int, Phrase], home: str) -> None:
        self._article = article
        self._words = words
        self.lexicon = lexicon
        self._holders = lexicon.holders
        self._incumbents = lexicon.incumbents
        self._nationalities = nationalities
        self._home = home
        self.parts: list[Part] = []
        self._keys: dict[str, Part] = {}
        self.by_phrase: dict[int, Part] = {}
        self._day = article.published or ""

    def word(self, index: int) -> Word:
        """The word `index` of the text."""
        return self._words[index]

    def add(self, phrases: Sequence[Phrase]) -> None:
        """Files every phrase under its actor; the people with full names first, so that a short name finds them."""
        for phrase in phrases:
            if phrase.tag == "pair":
                continue
            for inner in phrase.inner if phrase.rule not in _REFERRING else ():
                self._file(inner)
            self._file(phrase)
        self._settle(phrases)

    def _settle(self, phrases: Sequence[Phrase]) -> None:
        """Gives the state that most of the article is about to the institutions, officials and people whose state it does not name."""
        for part in self.parts:
            if not part.country and (owner := owner_of(self._words, part.phrases[0], phrases)):
                part.country, part.rule = owner, f"{part.rule}:owner"
            elif not part.country and part.kind == "person" and (side := side_of(self._words, part.phrases[0].first, self._nationalities)):
                part.country, part.rule = side, f"{part.rule}:side"
        self._take_sides(phrases)
        self._share_sides(phrases)
        self._place_crowds(phrases)
        country = setting_of(phrases, self._home)
        for part in self.parts:
            told = self._words[part.phrases[0].first]
            body = part.rule == "speaker" and told.stem in self.lexicon.grammar.body_heads and not told.after  # الوزارة, not وزارته
            foreign = anybody(self._words, part) or before_its_state(part, country, phrases) or faces(self._words, part, country, phrases)
            if country and not part.country and (body or part.rule.split(":")[0] in _AT_HOME) and not foreign:
                part.country, part.rule = country, f"{part.rule}:setting"
        self._join_institutions()

    def _share_sides(self, phrases: Sequence[Phrase]) -> None:
        """أبو فلان وفلان: who is joined to a man of an armed group is of it as well."""
        for before, after in itertools.pairwise(p for p in phrases if p.kind == "person"):
            one, other = self.by_phrase.get(before.first), self.by_phrase.get(after.first)
            joined = after.before == "و" and after.first <= before.last + 1
            if joined and one is not None and other is not None and one.sector in _SIDES and not other.sector and not other.offices:
                other.sector = one.sector

    def _join_institutions(self) -> None:
        """البرلمان، whose state the article settles, is the البرلمان البريطاني that it names."""
        for part in tuple(self.parts):
            whole = self._keys.get(f"{part.key}{part.country}") if part.key.startswith("institution:") and part.key.endswith(":") and part.country else None
            if whole is None or whole is part:
                continue
            whole.phrases = sorted((*whole.phrases, *part.phrases), key=lambda p: p.first)
            self.by_phrase.update({p.first: whole for p in part.phrases if self.by_phrase.get(p.first) is part})
            self.parts.remove(part)

    def _take_sides(self, phrases: Sequence[Phrase]) -> None:
        """Gives a leader or a man known by his kunya (القيادي، أبو فلان) the side of the armed group or party that is named last before, else next."""
        groups = [p for p in phrases if p.tag == "group" and p.sector in _SIDES]
        for part in self.parts if groups else ():
            first = part.phrases[0]
            leader = bool(part.offices) and part.offices[0].head in _LEADERS and part.sector in ("", "GOV") and not first.country
            if part.kind != "person" or not (leader or (not part.sector and part.tokens[:1] == ("ابو",))):
                continue
            near = [g for g in groups if -_SIDE_NEAR < g.first - first.first < _SIDE_NEAR]
            if near:
                part.sector = max(near, key=lambda g: (g.first <= first.first, -abs(g.first - first.first))).sector

    def _place_crowds(self, phrases: Sequence[Phrase]) -> None:
        """Gives people without a state (قتل 15 شخصا بشمال أفغانستان) that of the place named next in their sentence."""
        for part in self.parts:
            if part.country or part.rule.split(":")[0] not in ("collective", "crowd") or anybody(self._words, part):
                continue
            last = part.phrases[0].last
            place = next((p for p in phrases if last <= p.first <= last + _NEAR and p.country and p.tag in ("place", *_STATE_TAGS)), None)
            if place is not None and in_place(self._words, last, place):
                part.country, part.rule = place.country, f"{part.rule}:place"

    def _file(self, phrase: Phrase) -> None:
        owner = phrase.inner[0] if phrase.rule in _REFERRING else phrase
        known = self.by_phrase.get(owner.first) if owner is not phrase else None
        part = known if known is not None else self._person(owner) if owner.kind == "person" and owner.tag in ("person", "office", "latter") else self._other(owner)
        part.phrases.append(phrase)
        if phrase.rule == "other_name":
            part.others.append(name_words(name_of(self._article, self._words, phrase)))
        light = phrase.role is not None and self._words[phrase.role[0]].stem in self.lexicon.titles.light
        if phrase.role is not None:
            telling = part.light and not light
            part.roles.insert(0 if telling else len(part.roles), phrase.role)  # وزير الصحة tells more than المهندس
            one = next((p for p in reversed(self.parts) if p is not part and p.kind == "person" and p.offices), None) if phrase.rule == "peer" else None
            office = one.offices[-1] if one is not None else self._office(phrase, phrase.role)
            if len(office.words) > 1 or all(o.head != office.head for o in part.offices):  # «المتحدث» for a spokesman makes him no other's
                part.offices.append(office)
            part.sector = phrase.sector if telling and phrase.sector else part.sector
            part.light = light if len(part.roles) == 1 else part.light and light
        part.country = part.country or phrase.country
        part.sector = part.sector or phrase.sector
        self.by_phrase[phrase.first] = part

    # -- bodies, states, groups ----------------------------------------------------------------------------------------------

    def _other(self, phrase: Phrase) -> Part:
        if phrase.tag == "speaker" and (known := self._named_before(phrase)) is not None:
            return known
        if phrase.inner and phrase.tag == "collective" and phrase.inner[0].tag in _ARMED and self._words[phrase.first].stem in _MACHINES:
            return self.by_phrase[phrase.inner[0].first]  # طائرات التحالف: what acts is the alliance
        name = name_of(self._article, self._words, phrase)
        if phrase.tag in _STATE_TAGS:
            key, kind, sector = f"country:{phrase.country}", "country", "GOV"
        elif phrase.tag in ("body", "group", "outlet"):
            key, kind, sector = f"{phrase.tag}:{fold_word(phrase.canonical or name)}", phrase.kind, phrase.sector
        elif phrase.tag == "institution":
            key, kind, sector = f"institution:{one_case(bare_name(phrase.canonical))}:{phrase.country}", "organization", phrase.sector
        elif phrase.tag == "people":
            key, kind, sector = f"people:{phrase.country}", "group", phrase.sector
        else:
            called = bare_name(phrase.canonical if phrase.rule == "head" else name)
            body = phrase.tag == "speaker" and self._words[phrase.first].stem in self.lexicon.grammar.body_heads  # اللجنة
            key, kind, sector = f"{phrase.tag}:{one_case(called)}:{phrase.country}", "organization" if body else phrase.kind, phrase.sector
        part = self._part(key, kind, phrase.country, sector, name, phrase.rule)
        if phrase.tag == "state" and part.rule != "state" and phrase.rule not in ("nationality_adjective", "home"):
            part.name, part.rule = name, "state"
        return part

    def _named_before(self, phrase: Phrase) -> Part | None:
        """الوزارة، وزارته، السيناوي: a speaker of one word that is the first noun of a body or the last name of somebody named before."""
        word = self._words[phrase.first]
        if phrase.last > phrase.first + 1 or not (word.article or word.after):
            return None
        for part in reversed(self.parts):
            if part.kind == "person" and len(part.tokens) > 1 and part.tokens[-1] in (word.form, word.form[len(word.before):]):
                return part
            if part.kind in ("organization", "group") and part.phrases[0].last > part.phrases[0].first + 1 and self._words[part.phrases[0].first].stem == word.stem:
                return part
        return None

    def _part(self, key: str, kind: str, country: str, sector: str, name: str, rule: str) -> Part:
        part = self._keys.get(key)
        if part is None:
            part = Part(len(self.parts) + 1, kind, country, sector, key, name, rule)
            self.parts.append(part)
            self._keys[key] = part
        return part

    # -- people ---------------------------------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase) -> Part:
        if phrase.name is None:
            return self._office_holder(phrase)
        name = name_of(self._article, self._words, phrase)
        tokens = name_words(name)
        holder = self._holder(phrase)
        for part in reversed(self.parts):
            if tokens in part.others:
                return part
            if part.tokens and same_person(part, tokens, phrase, self.lexicon.names.given):
                if len(tokens) > len(part.tokens):
                    part.tokens, part.name = tokens, name
                return part
        country, sector = phrase.country, phrase.sector
        if holder is not None:
            country = phrase.country if phrase.role is not None and phrase.country else holder.country
            sector = self._sector(holder, phrase)
        key = f"person:{fold_word(holder.name) if holder else ' '.join(tokens)}:{country}"
        part = self._part(key, "person", country, sector, name, phrase.rule)
        if not part.tokens:  # told by the office alone until now
            part.name, part.rule = name, phrase.rule
        part.tokens, part.known = tokens, holder is not None
        return part

    def _sector(self, holder: Holder, phrase: Phrase) -> str:
        """The sector of an office-holder: that of the office on the day of the article, else what the text calls him, else that he is of the elite."""
        if phrase.role is not None and any(self._words[i].form in self.lexicon.titles.former for i in range(*phrase.role)):
            return "ELI"
        if not self._day or in_office(holder, self._day):
            return holder.sector or phrase.sector
        if phrase.role is None:
            return holder.sector
        same = self._words[phrase.role[0]].stem == fold_word(holder.office).split()[0].removeprefix("ال")
        if phrase.sector and not same:
            return phrase.sector
        return "ELI" if holder.sector in _SERVING else holder.sector

    def _holder(self, phrase: Phrase) -> Holder | None:
        """The office-holder of a listed name: the one in office on the day of the article, else the last."""
        rows = [self._holders[row] for row in phrase.holders]
        held = [h for h in rows if in_office(h, self._day)]
        before = [h for h in rows if h.since <= self._day]
        return next(iter(held or before[-1:] or rows), None)

    def _office_holder(self, phrase: Phrase) -> Part:
        """An office without a name: the person of this article who has it, else the office itself."""
        office = self._office(phrase, phrase.role or (phrase.first, phrase.last))
        one = None  # of whom the other (نظيره) is the peer, and so not the same
        if phrase.rule == "peer":
            one = next((p for p in reversed(self.parts) if p.kind == "person" and p.offices and p.country != phrase.country), None)
            office = one.offices[-1] if one is not None else office
        held = [p for p in reversed(self.parts) if p is not one and p.kind == "person" and any(same_office(office, known) for known in p.offices)]
        held = [p for p in held if not phrase.country or not p.country or phrase.country == p.country]
        held = [p for p in held if any(known.words == office.words for known in p.offices)] or [p for p in held if not _heads_another(office, p, phrase)]
        if held:  # وزير الخارجية: of two, the one whose state was not told either
            at_home = next((p for p in held if not phrase.country and any(q.role is not None and not q.country for q in p.phrases)), None)
            return at_home or held[0]
        name = name_of(self._article, self._words, phrase)
        holder = self._incumbent(phrase, office)
        if holder is not None:
            return self._part(f"person:{fold_word(holder.name)}:{holder.country}", "person", holder.country, holder.sector, name, phrase.rule)
        return self._part(f"office:{bare_name(name)}:{phrase.country}", "person", phrase.country, phrase.sector, name, phrase.rule)

    def _incumbent(self, phrase: Phrase, office: Office) -> Holder | None:
        """Who had an office of a state on the day of the article, where it is told in full and one person had it."""
        if not phrase.country or phrase.plural or not self._day or not (phrase.rule == "peer" or any(self._words[i].article for i in range(phrase.first, phrase.last))):
            return None
        rows = [self._holders[row] for row in self._incumbents.get((phrase.country, office.words), ())]
        held = {h.name: h for h in rows if in_office(h, self._day)}
        return next(iter(held.values())) if len(held) == 1 else None

    def _office(self, phrase: Phrase, role: tuple[int, int]) -> Office:
        states = {i for p in phrase.inner if p.tag in _STATE_TAGS for i in range(p.first, p.last)}
        told = [i for i in range(*role) if i not in states and i not in self._nationalities and self._words[i].kind == "word"]
        head = next((self._words[i].stem for i in told if self._words[i].stem not in EMPTY), self._words[role[0]].stem)
        return Office(_SAME_OFFICE.get(head, head), office_words(_SAME_OFFICE.get(self._words[i].stem, self._words[i].stem) for i in told))


def _heads_another(office: Office, part: Part, phrase: Phrase) -> bool:
    """الرئيس اليمني: the president of the state, not who heads a board or a company there."""
    return office.head == "رييس" and len(office.words) == 1 and bool(phrase.country) and all(len(known.words) > 1 and not known.words & _OF_STATES for known in part.offices)


def day_of(article: Article) -> date | None:
    """The day of publication, where the page tells it."""
    return date.fromisoformat(article.published[:10]) if article.published else None
