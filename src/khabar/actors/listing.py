"""The cast as the record lists it."""

from collections.abc import Collection, Sequence

from khabar.actors.cast import Cast
from khabar.actors.naming import cite_phrase
from khabar.actors.part import Part
from khabar.clauses.phrase import Phrase
from khabar.lexicon import Lexicon
from khabar.model import Actor, Article, Evidence
from khabar.model.record import ActorKind
from khabar.text.words import Word

# Who is listed for being named, who for doing something, and what is listed where it is named this often.
_ALWAYS = frozenset({"person", "group"})
_ACTING = frozenset({"institution", "unlisted", "outlet", "body"})
# Behind these a state is where something is, and a body is where or of what; who is meant is another.
_WHERE = frozenset("في من الي حول عن تجاه عبر بخصوص بشان داخل قرب جنوب شمال شرق غرب وسط جنوبي شمالي شرقي غربي".split())
_AT = frozenset("في عن علي عبر امام لدي".split())
# Whose words these are, who stands behind them: بحسب الصحيفة، نقلا عن الوكالة.
_CITING = frozenset(p + w for w in ("بحسب", "حسب", "حسبما", "وفق", "وفقا", "نقلا", "عن") for p in ("", "و"))
_OFTEN = {"place": 2}


def actors_of(article: Article, words: tuple[Word, ...], cast: Cast) -> tuple[Actor, ...]:
    """Every actor of the cast, "a1" the first that the text names."""
    return tuple(_actor(article, words, part, cast.lexicon) for part in cast.parts)


def _actor(article: Article, words: tuple[Word, ...], part: Part, lexicon: Lexicon) -> Actor:
    mentions = tuple(
        sorted({cite_phrase(article, words, *(p.name if p.name is not None else (p.first, p.last)), _clitics(p)) for p in part.phrases})
    )
    role = cite_phrase(article, words, *part.roles[0], "") if part.roles and part.tokens else None
    aliases = tuple(dict.fromkeys(" ".join(m.text.split()) for m in mentions if m.text != part.name))
    return Actor(
        id=f"a{part.number}", key=part.settled_key(), name=part.name, kind=_kind(part), country=part.country or None, sector=part.sector or None,
        role=_role(role), aliases=aliases, wikidata=lexicon.ids.wikidata.get(_id_key(part)), geonameid=_geonameid(part, lexicon), rule=part.rule, mentions=mentions,
    )


def _id_key(part: Part) -> str:
    """The key by which the lists of ids know an actor: a person's without the state."""
    return part.key.rsplit(":", 1)[0] if part.known and part.key.startswith("person:") else part.key


def _geonameid(part: Part, lexicon: Lexicon) -> int | None:
    if part.kind == "place":
        spot = lexicon.spots.get(part.phrases[0].canonical)
        return spot.geonameid if spot is not None and spot.country == part.country else None
    return lexicon.ids.geonames.get(part.key)


def _clitics(phrase: Phrase) -> str:
    return phrase.before if phrase.name is None or phrase.name[0] == phrase.first else ""


def _role(role: Evidence | None) -> str | None:
    return " ".join(role.text.split()) if role is not None else None


def _kind(part: Part) -> ActorKind:
    match part.kind:
        case "person" | "country" | "group" | "place":
            return part.kind
        case _:
            return "organization"


def listed(
    actors: Sequence[Actor], cast: Cast, partaking: Collection[str], own: str, scenes: Collection[str], subjects: Collection[int],
) -> tuple[Actor, ...]:
    """The actors that take part in something; the people, groups, bodies and states that are named (a state or body not only as a place); the institutions
    and outlets that do something, being the subject of a verb (`subjects`, by their first word), or are cited; but for the article's `own` outlet; the places
    of an event (`scenes`) or named again."""
    found = []
    for actor, part in zip(actors, cast.parts, strict=True):
        tags = {p.tag for p in part.phrases}
        often = any(tag in _OFTEN and len(part.phrases) >= _OFTEN[tag] for tag in tags)
        if actor.id not in partaking and own and part.phrases[0].canonical == own:
            continue
        named = tags & _ALWAYS or ("state" in tags and not all(_located(cast, p, _WHERE) for p in part.phrases)) or ("body" in tags and part.country != "MNC" and not all(_located(cast, p, _AT) for p in part.phrases))
        acting = tags & _ACTING and any(p.first in subjects or _cited(cast, p) for p in part.phrases)
        if actor.id in partaking or named or acting or often or any(p in scenes for p in (actor.name, *actor.aliases)):
            found.append(actor)
    return tuple(found)


def _cited(cast: Cast, phrase: Phrase) -> bool:
    """Whether an outlet stands where a source stands: بحسب صحيفة …، وفقا لوكالة …"""
    return phrase.tag == "outlet" and bool(phrase.first) and cast.word(phrase.first - 1).form in _CITING


def _located(cast: Cast, phrase: Phrase, behind: Collection[str]) -> bool:
    """Whether a state or body is told as a place only: في تونس، باليمن، شمال العراق، على تويتر."""
    return phrase.before.endswith("ب") or bool(phrase.first and not phrase.before and cast.word(phrase.first - 1).form.removeprefix("و") in behind)
