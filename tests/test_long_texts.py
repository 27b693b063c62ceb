"""Texts that no newspaper prints: of any length they are read whole, and every span is of their words. `make soak` reads them at full length."""

import os
from dataclasses import fields, is_dataclass

import pytest

import khabar
from khabar.model import Evidence, Record
from khabar.text.stretches import LONGEST

# Code points of each text.
LENGTH = 10_000_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 2 * LONGEST + 5000
NEWS = "التقى وزير الخارجية الأردني أيمن الصفدي نظيره المصري في القاهرة يوم الأحد وقال إن بلاده ترفض ذلك"
# What each text repeats.
REPEATED = {
    "one line": NEWS + ". ",
    "one sentence": NEWS + " ",
    "paragraphs": NEWS + ".\n\n",
    "digits": "1",
    "numbers": "12 345 ",
    "straight marks": '"',
    "opening marks": "«",
    "pairs of marks": "«قال» ",
    "one letter": "ب",
    "blanks": " ",
    "points": ".",
    "dates": "يوم الأحد 5 مايو 2014 ",
    "years": "2003-2004 و",
    "sayings": "قال إن ",
    "marks of vowels": "قَالَ ",
}


def spans(value: object):
    """Every object of a record that has a place, with that place and its words."""
    if isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value):
        if hasattr(value, "start"):
            yield value.start, value.end, value.text
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def text_of(kind: str, length: int) -> str:
    return (REPEATED[kind] * (length // len(REPEATED[kind]) + 1))[:length]


@pytest.mark.parametrize("kind", REPEATED)
def test_any_length_is_read(kind: str) -> None:
    text = text_of(kind, LENGTH if kind in ("one line", "one sentence", "paragraphs") else LENGTH // 4)
    record = khabar.read(text, published="2024-05-07")
    assert record.article.text == text
    assert all(text[start:end] == words for start, end, words in spans(record))


def test_one_actor_over_all_stretches() -> None:
    text = text_of("one line", 2 * LONGEST)
    record = khabar.read(text, published="2024-05-07")
    minister = next(a for a in record.actors if "الصفدي" in a.name)
    assert len(minister.mentions) >= text.count("أيمن الصفدي") - 1
    assert len({a.key for a in record.actors}) == len({a.id for a in record.actors}) == len(record.actors)
    assert {s for q in record.quotes for s in q.speakers} <= {a.id for a in record.actors}
    assert [e.id for e in record.events] == [f"e{n}" for n, _ in enumerate(record.events, 1)]
    assert [q.id for q in record.quotes] == [f"q{n}" for n, _ in enumerate(record.quotes, 1)]
    assert len({d.start for d in record.dates}) == len(record.dates) >= text.count("يوم الأحد") - 1
    assert [n.text[:4] for n in record.notes if n.stage == "text"] == ["التق", "التق"]
    assert all(isinstance(m, Evidence) for a in record.actors for m in a.mentions)
    assert Record.from_json(record.to_json()) == record
