"""One actor while the cast is being gathered, and when two are the same person or office."""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple

from khabar.clauses.phrase import Phrase
from khabar.clauses.spelling import alike
from khabar.text.fold import fold_word

# Heads of offices of many kinds, so that «رئيس أركان الجيش» is not «الرئيس».
_MANY_KINDS = frozenset({"رييس", "رييسه", "مدير", "قايد", "امين", "نايب", "عضو", "مساعد", "مسوول", "ممثل", "مستشار"})


# People sent, in the accusative.
_ACCUSATIVE = frozenset({"وفدا", "فريقا"})


class Office(NamedTuple):
    """What an office is called: the stem of its first word, and of all its words but those that tell the state."""

    head: str
    words: frozenset[str]


@dataclass(slots=True)
class Part:
    """One actor while the cast is being gathered: the phrases that name it, and what they tell about it; `known` where the list of office-holders has the name,
    `light` where no more than a courtesy (المهندس، الشيخ) tells what he is; `others` are the
    words of other names he is told to have."""

    number: int
    kind: str
    country: str
    sector: str
    key: str
    name: str
    rule: str
    phrases: list[Phrase] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    tokens: tuple[str, ...] = ()
    known: bool = False
    light: bool = False
    others: list[tuple[str, ...]] = field(default_factory=list)

    def settled_key(self) -> str:
        """The key with the name in full and the state as they are told in the end; one from a list stays."""
        if self.tokens and not self.known:
            return f"person:{' '.join(self.tokens)}:{self.country}"
        return self.key + self.country if self.key.endswith(":") else self.key


def same_office(short: Office, long: Office) -> bool:
    """Whether a short office («الوزير») may stand for a longer one, or two long ones share their words."""
    if short.head != long.head:
        return False
    return short.words <= long.words or long.words <= short.words and (len(long.words) > 1 or short.head not in _MANY_KINDS)


def bare_name(name: str) -> str:
    """A folded name without the articles in it."""
    return " ".join(w.removeprefix("ال") for w in fold_word(name).split())


def one_case(name: str) -> str:
    """A folded name without signs, the plurals in it in one case and its first noun in none: المتمردون and المتمردين, وفدا من and وفد من are the same."""
    first, *others = "".join(c if c.isalnum() else " " for c in name).split() or [name]
    first = first[:-1] if others and first in _ACCUSATIVE else first
    return " ".join(f"{w[:-2]}ين" if w.endswith("ون") and len(w) > 4 else w for w in (first, *others))


def same_person(part: Part, tokens: tuple[str, ...], phrase: Phrase, given: Container[str]) -> bool:
    """Whether a name is that of a person already met: equal, or a part of the longer one that holds its last word or its first two; `given` are the first names."""
    if part.country and phrase.country and part.country != phrase.country:
        return False
    long, short = (part.tokens, tokens) if len(part.tokens) >= len(tokens) else (tokens, part.tokens)
    if long == short:
        return True
    spelled = tuple(next((w for w in long if w == s), "") or next((w for w in long if alike(w, s, given)), "") for s in short)
    if "" in spelled:
        return False
    if len(spelled) > 1 and spelled[0] != long[0] and long[-len(spelled) - 1 :][:1] == ("بن",):
        return False  # سلمان بن عبدالعزيز is the father of محمد بن سلمان بن عبدالعزيز
    return spelled[-1] == long[-1] or spelled[:2] == long[:2] or len(spelled) == 1
