"""Where an act took place: as its clause tells, else the one place that its sentence tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act
from khabar.events.extent import extent
from khabar.events.status import quote_around
from khabar.lexicon.files import strings, toml_table
from khabar.lexicon.terms import Spot
from khabar.model import Article, Place, Quote
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_PLACES = frozenset({"place", "capital", "state"})
# Words only: what such an act is about may lie anywhere, so that its own place stands right behind the one who acts.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE", "SANCTION"})
# Acts done to a place itself: the shelling of a town, a withdrawal from it.
_UPON = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
# Acts that go to a place: aid sent to it, somebody who came to it.
_BOUND_FOR = frozenset({"AID", "CONSULT", "MOBILIZE"})
_SIGNS = frozenset("«\"“”»()،,'")


class WhereWords(NamedTuple):
    """Folded words that stand before the name of a place, and those that do and are none."""

    inside: frozenset[str]
    heads: frozenset[str]
    names: frozenset[str]
    unnamed: frozenset[str]
    towards: frozenset[str]
    posts: frozenset[str]
    barriers: frozenset[str]


class Spotted(NamedTuple):
    """A place over the words `first` up to `last`; `inside` says that an act may be in it, `at` is where its preposition or head stands."""

    at: int
    first: int
    last: int
    inside: bool
    towards: bool
    headed: bool
    phrase: Phrase | None


def load_where_words() -> WhereWords:
    """The words of the package."""
    table = toml_table("where.toml")
    return WhereWords(*(frozenset(fold_word(w) for w in strings("where.toml", table, field)) for field in WhereWords._fields))


class Map:
    """The places of one article, by the acts that took place there."""

    def __init__(
        self, article: Article, words: Sequence[Word], sentences: Sequence[Sentence], phrases: Sequence[Phrase], quotes: Sequence[Quote],
        spots: Mapping[str, Spot], where_words: WhereWords, barriers: frozenset[str],
        verbs: frozenset[int],
    ) -> None:
        self._article, self._words, self._sentences, self._quotes = article, words, sentences, quotes
        self._spots, self._lists = spots, where_words
        self._barriers, self._verbs = barriers | where_words.barriers, verbs
        self._phrases = {p.first: p for p in _places(phrases) if not words[p.first].article or p.tag == "state" or words[p.first].raw in spots}
        self._parties = frozenset(i for p in phrases if p.kind == "person" and p.tag not in ("collective", "people") for i in range(p.first, p.last))
        self._posts = frozenset(p.last for p in phrases if any(w.stem in where_words.posts for w in words[p.first : p.last]))
        self._known: dict[int, tuple[Spotted, ...]] = {}

    def of(self, act: Act) -> tuple[Place | None, str]:
        """The place of an act and what tells it (clause, sentence); None and "" where nothing does."""
        here = self._spotted(act.sentence)
        if not here:
            return None, ""
        first, last = extent(self._words, self._sentences[act.sentence], act)
        found = self._in_clause(act, here, first, last)
        if found is not None:
            return self._place(found, here), "clause"
        if act.event in _SPOKEN:
            return None, ""
        around = self._around(act.trigger[0])
        inside = [s for s in here if s.inside and self._around(s.first) == around and not self._owned(s)]
        apart = [s for s in inside if self._apart(s, act)]
        if apart and len({self._place(s, here).text for s in inside}) == 1:
            return self._place(apart[0], here), "sentence"
        return None, ""

    def _apart(self, spotted: Spotted, act: Act) -> bool:
        """وفي تعز، قتل …؛ قتل جندي، في ولاية …: a place at the head of the sentence, or behind a comma."""
        opens = spotted.at == self._sentences[act.sentence].first or self._words[spotted.at - 1].raw in "،,"
        return opens and not self._barred(min(spotted.last, act.trigger[0]), max(spotted.at, act.trigger[0]))

    def _in_clause(self, act: Act, here: Sequence[Spotted], first: int, last: int) -> Spotted | None:
        ahead = [s for s in here if act.trigger[1] <= s.at and s.last <= last and not self._barred(act.trigger[1], s.at)]
        if act.mode == "visit":
            goal = next((s for s in ahead if s.first not in self._parties and (s.towards or s.inside or s.last <= act.last)), None)
        else:
            met = {p.first for p in (*act.actors, *act.recipients) if p.tag != "place"}
            goal = next((s for s in ahead if s.towards and s.first not in met and s.phrase is not None and s.phrase.tag != "state"), None)
            goal = goal if act.event in _BOUND_FOR else None
        if goal is not None:
            return goal
        around = self._around(act.trigger[0])
        inside = [s for s in here if s.inside and first <= s.at and s.last <= last and self._around(s.first) == around and not self._owned(s)]
        inside = [s for s in inside if self._close(act, s)]
        after = [s for s in inside if s.first > act.trigger[0]]
        if after:
            return after[0]
        if act.event in _UPON:
            upon = next((s for s in here if act.trigger[1] <= s.first and s.last <= act.last and (s.headed or s.phrase is not None and s.phrase.tag == "place")), None)
            if upon is not None and not self._owned(upon):
                return upon
        return inside[-1] if inside else None

    def _close(self, act: Act, spotted: Spotted) -> bool:
        """Whether a place belongs to the clause of an act; that of words stands right behind who says them."""
        if spotted.at < act.trigger[0]:
            between = range(spotted.last, act.trigger[0])
            return act.event not in _SPOKEN and not self._barred(spotted.last, act.trigger[0]) and not any(
                i in self._verbs or self._words[i].raw in "،,؛" for i in between
            )
        if act.event in _SPOKEN:
            doers = {i for p in act.actors for i in range(p.first, p.last)}
            return all(i in doers for i in range(act.trigger[1], spotted.at))
        told_by_noun = act.rule.startswith("noun")
        return not self._barred(act.trigger[1], spotted.at) and (told_by_noun or self._verbs.isdisjoint(range(act.trigger[1], spotted.at)))

    def _barred(self, low: int, high: int) -> bool:
        """Whether another clause begins among the words `low` up to `high`: أن، الذي، فيما."""
        return any(w.form in self._barriers or w.form.removeprefix("و") in self._barriers for w in self._words[low:high])

    def _owned(self, spotted: Spotted) -> bool:
        """السفير الفرنسي في بغداد، أمير منطقة عسير: where an office is, not where somebody acts."""
        state = spotted.phrase is not None and spotted.phrase.tag == "state" and spotted.phrase.before.endswith("ب")
        return spotted.first in self._parties or spotted.at in self._posts or state and spotted.at - 1 in self._parties

    def _around(self, index: int) -> str:
        quote = quote_around(self._quotes, self._words[index].start)
        return quote.id if quote is not None else ""

    def _spotted(self, sentence: int) -> tuple[Spotted, ...]:
        if sentence not in self._known:
            part = self._sentences[sentence]
            self._known[sentence] = tuple(self._find(part.first, part.last))
        return self._known[sentence]

    def _find(self, first: int, last: int) -> Iterator[Spotted]:
        index, last_found = first, None
        while index < last:
            phrase = self._phrases.get(index)
            if phrase is not None:
                at, inside, towards, headed = self._before(index, first, phrase.before)
                joined = last_found is not None and phrase.before == "و" and last_found.last == index
                last_found = Spotted(at, index, phrase.last, inside or bool(joined and last_found and last_found.inside), towards, headed, phrase)
                yield last_found
                index = phrase.last
            else:
                name = self._unlisted(index, last)
                if name is not None:
                    at, inside, towards, _ = self._before(name[0], first, "")
                    yield Spotted(at, *name, inside, towards, True, None)
                    index = name[1]
                else:
                    index += 1

    def _before(self, index: int, first: int, letter: str) -> tuple[int, bool, bool, bool]:
        """Where what leads to the place at `index` begins, whether it says «in» or «to», and whether a head such as مدينة stands there."""
        place, headed = index, False
        inside, towards = letter.endswith("ب"), letter.endswith("ل")
        while place > first:
            word = self._words[place - 1]
            core = word.form[1:] if word.before[:1] in ("و", "ف") else word.form
            if word.raw in _SIGNS - {"،", ","}:
                place -= 1
                continue
            if core in self._lists.inside:
                inside, place = True, place - 1
            elif core in self._lists.towards:
                towards, place = True, place - 1
            elif (word.stem in self._lists.heads or core in self._lists.heads) and word.kind == "word":
                headed, place = True, place - 1
                inside, towards = inside or word.before.endswith("ب"), towards or word.before.endswith("ل")
            else:
                break
            if core == "في" or core in self._lists.towards:
                break
        return place, inside, towards, headed

    def _unlisted(self, index: int, last: int) -> tuple[int, int] | None:
        """قرية التويمية، بمدينة «سوروج»: a name that no list knows, behind a head of places."""
        word = self._words[index]
        if word.kind != "word" or word.stem not in self._lists.names or word.article or word.after or index in self._parties:
            return None
        place = index + 1
        if place < last and self._words[place].raw in "«\"“":
            end = next((i for i in range(place + 1, min(place + 5, last)) if self._words[i].raw in "»\"”"), None)
            return (place + 1, end) if end is not None and end > place + 1 else None
        if place >= last or place in self._phrases or place in self._parties or place in self._verbs:
            return None
        name = self._words[place]
        if name.kind != "word" or name.before or name.form in self._lists.unnamed or name.form in self._lists.inside or name.form in self._lists.heads:
            return None
        if name.article:
            return place, place + 1
        following = self._words[place + 1] if place + 1 < last else None
        if following is not None and following.article and not following.before and following.form not in self._lists.unnamed and not following.form.endswith(("يه", "ي")):
            return place, place + 2
        return (place, place + 1) if word.stem not in ("منطقه", "حي") else None

    def _place(self, spotted: Spotted, here: Sequence[Spotted]) -> Place:
        words, phrase = self._words, spotted.phrase
        first_word = words[spotted.first]
        start = first_word.start + (len(phrase.before) if phrase is not None and not first_word.raw.startswith("لل") else 0)
        end = words[spotted.last - 1].end
        cited = self._article.cite(min(start, end - 1), end)
        if phrase is None:
            countries = {s.phrase.country for s in here if s.phrase is not None and s.phrase.country}
            return Place(start=cited.start, end=cited.end, text=cited.text, country=countries.pop() if len(countries) == 1 else None)
        spot = self._spots.get(phrase.canonical) if phrase.tag != "capital" else self._spots.get(cited.text)
        if spot is None:
            return Place(start=cited.start, end=cited.end, text=cited.text, country=phrase.country or None)
        return Place(
            start=cited.start, end=cited.end, text=cited.text, country=phrase.country or spot.country or None, lat=spot.lat, lon=spot.lon,
            geonameid=spot.geonameid,
        )


def _places(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases that name a place, those inside others too; an adjective is none."""
    for phrase in phrases:
        if phrase.tag in _PLACES and phrase.rule != "nationality_adjective":
            yield phrase
        yield from _places(phrase.inner)


def by_trigger(places: Map, acts: Sequence[Act]) -> dict[int, tuple[Place | None, str]]:
    """The place of each act by the first word of its trigger."""
    found: dict[int, tuple[Place | None, str]] = defaultdict(lambda: (None, ""))
    for act in acts:
        found.setdefault(act.trigger[0], places.of(act))
    return found
