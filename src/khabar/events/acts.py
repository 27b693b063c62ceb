"""Acts as the clauses tell them, before they are joined into events."""

from collections.abc import Sequence
from typing import NamedTuple

from khabar.clauses.arguments import Argument
from khabar.clauses.phrase import Phrase


class Act(NamedTuple):
    """One telling of an act: its parties as phrases, the words of its trigger and of the clause that tells it.

    `borrowed` says that a party was brought in from another clause; `claimed` that it is what an accusation is about; `backward`
    that a definite noun points back to an act told before; `negated` is the type of the act that its negation tells (لن تقبل is a refusal).
    """

    event: str
    mode: str
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    trigger: tuple[int, int]
    first: int
    last: int
    sentence: int
    status: str
    borrowed: bool
    claimed: bool
    backward: bool
    reciprocal: bool
    rule: str
    negated: str = ""


# What stands behind these acts is wanted, promised or refused, not done.
CONTENT_IS_WANTED = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE"})

# Behind ب these tell where, not whom: التقى بمقر الوزارة بالسفير.
_ROOMS = frozenset("مقر مكتب قصر مبني مطار قاعه فندق ديوان قاعده بيت منزل دار صاله مركز ميناء معسكر ساحه مدينه".split())

_GROUND = frozenset({"place", "state", "capital", "palace"})


def tells_where(argument: Argument, event: str, mode: str) -> bool:
    """Whether what stands behind ب is a place: التقى بمقر الوزارة، اجتمع بعمّان; it is whom one visits or speaks of: حل بتونس، ندد بروسيا."""
    ground = event == "CONSULT" and bool(argument.phrases) and argument.phrases[0].tag in (("palace",) if mode == "visit" else _GROUND)
    return argument.preposition == "ب" and (argument.head in _ROOMS or ground)

# Acts that people without arms suffer where they alone are named.
_DONE_TO = frozenset("حرق احراق قصف استهداف ضرب قتل ذبح تعذيب دهس قمع تصفيه خطف اختطاف اعتقال احتجاز حصار محاصره تهجير طعن اعدام اغتيال ترويع تجويع".split())
_HARMED = frozenset({"CVL", "REF", "MED", "JRN", "EDU"})


def suffered(noun: str, owners: Sequence[Phrase]) -> bool:
    """Whether the genitive of a noun of act is who suffers it: قصف المدنيين, not قصف الجيش."""
    return noun in _DONE_TO and bool(owners) and all(p.sector in _HARMED for p in owners)


def bare(noun: str) -> str:
    """A noun without the alef of its accusative: طلبا is طلب."""
    return noun[:-1] if len(noun) > 3 and noun.endswith("ا") else noun


def towards(recipients: Sequence[Phrase], actors: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """`recipients` without «بلاده» of somebody who acts: عبر الوزير عن دعم بلاده للمبادرة."""
    return tuple(p for p in recipients if p.rule != "home" or all(p.country != a.country for a in actors))


# Acts that are done to a town or a land: قصف حلب، وصلت المساعدات إلى عدن، انسحب من الفلوجة.
_ON_GROUND = frozenset({"ASSAULT", "COERCE", "AID", "CONSULT", "RETREAT", "MOBILIZE", "SANCTION"})


def grounds(event: str, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The places among `phrases`, where an act of the type `event` may be done to a place."""
    return tuple(p for p in phrases if p.tag == "place" and p.country) if event in _ON_GROUND else ()


def parties(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases that can be a party to an act, each once; a place is none."""
    seen: dict[int, Phrase] = {}
    for phrase in phrases:
        for one in phrase.inner if phrase.tag == "pair" else (phrase,):
            if one.tag != "place":
                seen.setdefault(one.first, one)
    return tuple(seen.values())
