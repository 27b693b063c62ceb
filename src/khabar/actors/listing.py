"""The cast as the record lists it."""

from collections.abc import Collection, Sequence

from khabar.actors.cast import Cast, Part
from khabar.actors.naming import cite_phrase
from khabar.clauses.phrase import Phrase
from khabar.model import Actor, Article, Evidence
from khabar.model.record import ActorKind
from khabar.text.words import Word

# Who is listed for being named, and what is listed where it is named this often.
_ALWAYS = frozenset({"person", "body", "group", "state", "outlet"})
_OFTEN = {"place": 2}


def actors_of(article: Article, words: tuple[Word, ...], cast: Cast) -> tuple[Actor, ...]:
    """Every actor of the cast, "a1" the first that the text names."""
    return tuple(_actor(article, words, part) for part in cast.parts)


def _actor(article: Article, words: tuple[Word, ...], part: Part) -> Actor:
    mentions = tuple(
        sorted({cite_phrase(article, words, *(p.name if p.name is not None else (p.first, p.last)), _clitics(p)) for p in part.phrases})
    )
    role = cite_phrase(article, words, *part.roles[0], "") if part.roles and part.tokens else None
    aliases = tuple(dict.fromkeys(" ".join(m.text.split()) for m in mentions if m.text != part.name))
    return Actor(
        id=f"a{part.number}", key=part.key, name=part.name, kind=_kind(part), country=part.country or None, sector=part.sector or None,
        role=_role(role), aliases=aliases, rule=part.rule, mentions=mentions,
    )


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


def listed(actors: Sequence[Actor], cast: Cast, partaking: Collection[str], own: str, scenes: Collection[str]) -> tuple[Actor, ...]:
    """The actors that take part in something, the people, bodies, states and outlets that are named, but for the article's `own` outlet, and the places:
    of an event (`scenes`) or named again."""
    found = []
    for actor, part in zip(actors, cast.parts, strict=True):
        tags = {p.tag for p in part.phrases}
        often = any(tag in _OFTEN and len(part.phrases) >= _OFTEN[tag] for tag in tags)
        if actor.id not in partaking and own and part.phrases[0].canonical == own:
            continue
        if actor.id in partaking or tags & _ALWAYS or often or any(p in scenes for p in (actor.name, *actor.aliases)):
            found.append(actor)
    return tuple(found)
