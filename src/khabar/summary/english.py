"""Names of parties and places in English: by list, by their parts, or romanised with the Arabic beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khabar.lexicon.files import strings, toml_table, tsv_rows
from khabar.lexicon.nisba import inflect_nisba
from khabar.model import Actor
from khabar.summary.romanise import Romaniser, load_romaniser
from khabar.text.fold import fold_word

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_LISTS = (("bodies.toml", "body"), ("groups.toml", "group"), ("outlets.toml", "outlet"))
_NAMED = ("person", "office_name", "known_name", "given_name", "peer", "name_office", "short_name", "holder")
# Words after a head that join it to what it belongs to or where it is.
_LINKS = {"باسم": "for", "في": "in", "لدى": "to", "لدي": "to", "عن": "for", "من": "from"}
# Words of names that many bodies have.
_GENERIC = frozenset("صحيفه جريده مجله قناه موقع ديلي نيوز تايمز لجنه مجموعه منظمه مجلس حزب حركه تنظيم جماعه قوات جبهه اتحاد هييه مركز وكاله بنك صندوق دولي دوليه عربي عربيه وطني اسلامي".split())
_VOWELS = frozenset("aeiouAEIO")


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """What the lists know in English, by folded Arabic form: whole names, state names by code, nouns, adjectives, portfolios."""

    known: Mapping[str, str]
    own: frozenset[str]
    honorifics: frozenset[str]
    states: Mapping[str, tuple[str, str]]
    state_forms: Mapping[str, str]
    capitals: Mapping[str, str]
    places: Mapping[str, str]
    nisbas: Mapping[str, str]
    one: Mapping[str, str]
    many: Mapping[str, str]
    adjectives: Mapping[str, str]
    portfolios: Mapping[str, str]
    numbers: Mapping[str, str]
    romaniser: Romaniser

    def is_plural(self, actor: Actor) -> bool:
        """Whether English says "were" of `actor`."""
        words = fold_word(actor.name).split()
        if known := _known(actor, self, ""):
            return _is_many(known)
        return words[0] in ("الشعب", "شعب") or any(_bare(" ".join(words[:n])) in self.many for n in (1, 2)) or actor.key.startswith("people:")

    def place(self, text: str, country: str | None = None) -> str:
        """A place in English, as the lists know it, else romanised with the Arabic beside it."""
        form = fold_word(text)
        state = self.state_forms.get(form)
        if state is not None and (country is None or state == country):
            return self.states[state][0]
        known = self.known.get(form) or self.places.get(form)
        return known or f"{self.romaniser.name(text)} ({text})"


def _is_many(name: str) -> bool:
    """Whether an English name is a plural: the Houthis, but Hamas and the United Nations."""
    return name.startswith("the ") and name.endswith("s") and not name.startswith("the United ") and not name.endswith("ss")


def load_english_names() -> EnglishNames:
    """The names of the package."""
    rows = {fold_word(form): name for form, name in tsv_rows("english_names.tsv")}
    states = {code: (name, adjective or name.removeprefix("the ")) for code, name, adjective, _ in tsv_rows("english_states.tsv")}
    cities = {code: capital.strip() for code, _, _, capital in tsv_rows("english_states.tsv")}
    forms, capitals, nisbas, parts = {}, {}, {}, set()
    for key, row in toml_table("states.toml").items():
        code = str(row.get("code", key))
        parts |= {fold_word(n) for n in (*(strings("states.toml", row, "names") if code != key else ()), *strings("states.toml", row, "local_names"))}
        if code not in states:
            continue
        forms.update({fold_word(n): code for n in (*strings("states.toml", row, "names"), *strings("states.toml", row, "local_names"))})
        capitals.update({fold_word(n): cities[code] for n in strings("states.toml", row, "capitals")})
        for base in strings("states.toml", row, "adjectives"):
            nisbas.update({fold_word(form): states[code][1] for form, _, _ in inflect_nisba(base)})
        nisbas.update({fold_word(form): states[code][1] for form in strings("states.toml", row, "people")})
    words = toml_table("english_words.toml")
    nouns = {name: {_bare(fold_word(a)): str(e) for a, e in words[name].items()} for name in ("one", "many", "adjectives")}
    portfolios, numbers = ({fold_word(a): str(e) for a, e in words[name].items()} for name in ("portfolios", "numbers"))
    places = {fold_word(form): name for form, name in tsv_rows("english_places.tsv")}
    return EnglishNames(
        {**_spread(rows), **rows}, frozenset(form for form in rows if " " in form) | parts, _honorifics(), states, forms, {**capitals, **{f: n for f, n in rows.items() if f in capitals}}, places, nisbas,
        nouns["one"], nouns["many"], nouns["adjectives"], portfolios, numbers, load_romaniser())


def _honorifics() -> frozenset[str]:
    return frozenset(fold_word(w) for w in strings("names.toml", toml_table("names.toml"), "honorifics")) | {"ايه", "الله"}


def _spread(rows: Mapping[str, str]) -> dict[str, str]:
    """Every form of a listed person, body, group or outlet under the English name of one of them, where the two share a word of their own."""
    found: dict[str, str] = {}
    for file, table in _LISTS:
        for row in toml_table(file).get(table, []):
            forms = [fold_word(n) for n in strings(file, row, "names")]
            known = [f for f in forms if f in rows]
            for form in forms:
                alike = next((k for k in known if _own_words(k) & _own_words(form)), None)
                if alike is not None:
                    found[form] = rows[alike]
    for cells in tsv_rows("holders.tsv"):
        english = rows.get(fold_word(cells[0]))
        if english is not None:
            found.update({fold_word(alias): english for alias in cells[1].split("|") if alias})
    return found


def _own_words(form: str) -> set[str]:
    return {_bare(w) for w in form.split()} - _GENERIC


def named(actor: Actor, names: EnglishNames, called: str = "") -> str:
    """A party in English; people, bodies and groups with their Arabic name beside it, nothing where its words are not known."""
    form = fold_word(actor.name)
    rule, told = actor.rule.split(":")[0], fold_word(called or actor.name)
    if actor.kind == "country" and actor.country is not None and actor.country in names.states:
        if told in names.state_forms and told not in names.own and rule != "capital":
            return names.states[actor.country][0]
        return names.capitals.get(told) or names.known.get(told) or names.states[actor.country][0]
    known = _known(actor, names, called)
    if known:
        return f"{known} ({called or actor.name})"
    if rule == "nisba":
        return _people(form, names, actor.key.startswith("people:") or bool(names.nisbas.get(form) and not form.removeprefix("ال").endswith(("ي", "يه", "يا"))))
    if rule not in _NAMED:
        return _phrase(told.split(), names)
    return f"{names.romaniser.name(actor.name)} ({actor.name})"


def counted(actor: Actor, number: str, names: EnglishNames) -> str:
    """A party that a number is told of, «about 29 Houthis»; nothing where number or noun is not known."""
    words = fold_word(number).split()
    told: list[str] = []
    while words:
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[:n]) in names.numbers), 0)
        if not size and not words[0].isdigit():
            return ""
        told.append(names.numbers[" ".join(words[:size])] if size else words[0])
        words = words[size or 1 :]
    form = fold_word(actor.name).split()
    noun = _phrase([_unmarked(w) for w in form], names)
    for article in ("the ", "an ", "a "):
        noun = noun.removeprefix(article)
    number_told = re.sub(r"(?<=\w) thousands of", " thousand", " ".join(told)) if len(told) > 1 and told[-2] not in ("about", "nearly", "some", "more than", "almost") else " ".join(told)
    return f"{number_told} {_many(noun)}" if noun else ""


def _unmarked(word: str) -> str:
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def _many(noun: str) -> str:
    """The plural of an English noun phrase, its noun last or before «of»."""
    found = re.search(r" (?:of|from|in|for|to) ", noun)
    head, rest = (noun[: found.start()], noun[found.start() :]) if found else (noun, "")
    first, space, last = head.rpartition(" ")
    if last.endswith(("s", "people", "men", "women", "children", "dead", "wounded", "police")):
        return noun
    told = {"person": "people", "man": "men", "woman": "women", "child": "children"}.get(last, last[:-2] + "en" if last.endswith("man") else last + "s")
    return f"{first}{space}{told}{rest}"


def _known(actor: Actor, names: EnglishNames, called: str) -> str:
    """The English name by list: of the actor's name without quotation marks, of its key, or of the name without its honorific."""
    plain = " ".join(fold_word((called or actor.name).translate({ord(c): None for c in "«»\"“”"})).split())
    key = actor.key.split(":")[1] if ":" in actor.key else ""
    if actor.kind == "person" and " " in plain and key.split(" ")[0] not in plain.split():
        key = ""
    ours, theirs, words = _own_words(plain), _own_words(key), plain.split()
    if actor.kind != "person" and not (ours & theirs and (ours <= theirs or theirs <= ours)):
        key = ""
    while words and words[0] in names.honorifics:
        words.pop(0)
    for form in (plain, key, " ".join(words)):
        if form in names.known:
            return names.known[form]
    return ""


def _people(form: str, names: EnglishNames, all_of_them: bool) -> str:
    """«الأميركيون» as "the Americans", «أميركي» as "an American"; the Turkish people, a Chinese person."""
    adjective = names.nisbas.get(form.removeprefix("ال")) or names.nisbas.get(form)
    if adjective is None:
        return ""
    adjective = {"US": "American", "Turkish": "Turk", "Kurdish": "Kurd"}.get(adjective, adjective)
    article = "the " if form.startswith("ال") else ""
    plural = all_of_them or form.endswith(("ين", "ون"))
    if adjective.endswith(("an", "i", "Turk", "Kurd")):
        return f"{article}{adjective}s" if plural else f"{article or _a(adjective)}{adjective}"
    return f"{article}{adjective} people" if plural or adjective.endswith(("ese", "ish", "ch")) else f"{article or _a(adjective)}{adjective} person"


def _phrase(words: list[str], names: EnglishNames) -> str:
    """«وزير الخارجية الروسي» word by word: a head, adjectives, and what it belongs to; nothing where a word is not known."""
    head = _head(words, names)
    if head is None:
        return ""
    noun, plural, used = head
    adjectives: list[str] = []
    of: list[str] = []
    rest = words[used:]
    while rest:
        adjective = None if rest[0] in names.state_forms else names.nisbas.get(rest[0].removeprefix("ال")) or names.adjectives.get(_bare(rest[0]))
        if adjective is not None and not of:
            adjectives.append(adjective)
            rest = rest[1:]
            continue
        closed = words[used - 1].startswith("ال")
        tail = _belonging(rest, names) if not closed or rest[0] in _LINKS or rest[0].startswith("لل") or rest[0][:1] == "ب" else ""
        if not tail:
            return ""
        of.append(tail)
        rest = []
    former = [a for a in adjectives if a in ("former", "current", "new", "senior", "other")]
    if noun.startswith("two "):
        former, noun, plural = ["two", *former], noun.removeprefix("two "), True
    told = " ".join([*former, *[a for a in reversed(adjectives) if a not in former], noun])
    definite = words[0].startswith("ال") or any(o.startswith("of ") for o in of) or (used > 1 and words[used - 1].startswith("ال"))
    article = "the " if definite or noun.endswith("police") else "" if plural else _a(told)
    return " ".join([article + told, *of])


def _a(words: str) -> str:
    return "an " if words[0] in _VOWELS and not words.startswith(("US ", "UN ", "European", "Ukrain", "union", "one")) else "a "


def _head(words: list[str], names: EnglishNames) -> tuple[str, bool, int] | None:
    """The noun at the head of a phrase in English, whether it is a plural, and how many words it takes."""
    return _listed_head(words, names, (4, 3, 2)) or _portfolio(words, names) or _listed_head(words, names, (1,))


def _listed_head(words: list[str], names: EnglishNames, sizes: tuple[int, ...]) -> tuple[str, bool, int] | None:
    for size in sizes:
        form = _bare(" ".join(words[:size]))
        if size <= len(words) and form in names.many:
            return names.many[form], True, size
        if size <= len(words) and form in names.one:
            return names.one[form], False, size
    return None


def _portfolio(words: list[str], names: EnglishNames) -> tuple[str, bool, int] | None:
    """«وزير الخارجية» as "foreign minister"."""
    office = _OFFICES.get(_bare(words[0]))
    for size in (3, 2, 1):
        portfolio = names.portfolios.get(" ".join(words[1 : 1 + size]))
        if office is not None and portfolio is not None and len(words) > size:
            return f"{portfolio} {office[0]}", office[1], size + 1
    return None


_OFFICES = {
    "وزير": ("minister", False), "وزيره": ("minister", False), "وزراء": ("ministers", True), "وزاره": ("ministry", False),
    "لوزير": ("minister", False),
}


def _belonging(words: list[str], names: EnglishNames) -> str:
    """«of Iraq», «in Aden», «for the foreign ministry»; nothing where it is not known."""
    link = _LINKS.get(words[0])
    if link is not None and len(words) > 1:
        return _linked(link, words[1:], names)
    if words[0].startswith("ب") and len(words[0]) > 4 and (words[0][1:] in names.known or words[0][1:] in names.state_forms):
        return _linked("in", [words[0][1:], *words[1:]], names)
    if words[0].startswith("لل") and len(words[0]) > 4:
        return _linked("of", ["ال" + words[0][2:], *words[1:]], names)
    return _linked("of", words, names)


def _linked(link: str, words: list[str], names: EnglishNames) -> str:
    form = " ".join(words)
    for code in _codes(form, names):
        return f"{link} {names.states[code][0]}"
    known = names.known.get(form) or (names.places.get(form) if link == "in" else None)
    told = known or _phrase(words, names)
    return f"{link} {told}" if told else ""


def _codes(form: str, names: EnglishNames) -> Iterator[str]:
    if form in names.state_forms:
        yield names.state_forms[form]


def _bare(form: str) -> str:
    """A folded phrase without the article of its words."""
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in form.split())


def day(value: str) -> str:
    """A date of the record in words, «on 13 September 2024»; nothing for other values than days, months and years."""
    parts = value.split("-")
    if not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return ""
    if len(parts) == 1:
        return f"in {parts[0]}"
    month = _MONTHS[int(parts[1]) - 1]
    return f"in {month} {parts[0]}" if len(parts) == 2 else f"on {int(parts[2])} {month} {parts[0]}"
