"""How many were killed, wounded, arrested or displaced by an act, as a line tells it at its end."""

from typing import NamedTuple

from khabar.model import Count
from khabar.summary.support import Support


class TollWords(NamedTuple):
    """The words of one language: what each field counts, how a number with both bounds, a lower or an upper one is told, and what parts two tolls."""

    dead: str
    injured: str
    arrested: str
    displaced: str
    between: str
    least: str
    most: str
    part: str


ARABIC = TollWords("القتلى", "الجرحى", "المعتقلون", "النازحون", "بين {low} و{high}", "{low} على الأقل", "{high} على الأكثر", "؛ ")
ENGLISH = TollWords("killed", "wounded", "arrested", "displaced", "{low} to {high}", "at least {low}", "at most {high}", "; ")


def tolls(support: Support, words: TollWords) -> str:
    """« (القتلى: 20 على الأقل)», with a blank before it; nothing where no toll is told."""
    named = (("dead", words.dead), ("injured", words.injured), ("arrested", words.arrested), ("displaced", words.displaced))
    shown = [f"{name}: {_number(count, words)}" for field, name in named if (count := support.count(field)) is not None and _number(count, words)]
    return f" ({words.part.join(shown)})" if shown else ""


def _number(count: Count, words: TollWords) -> str:
    low, high = count.min, count.max
    if low is not None and low == high:
        return str(low)
    form = words.between if low is not None and high is not None else words.least if low is not None else words.most if high is not None else ""
    return form.format(low=low, high=high)
