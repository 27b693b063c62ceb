"""Quotation marks lost and nested at random, and many of them: nothing raises, every quote is verbatim, a megabyte of them comes to an end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khabar

PIECES = st.sampled_from([
    "«", "»", "“", "”", '"', "'", "‹", "›", "„", " ", " ", " ", "\n\n", "،", ".", ":", "قال الوزير إن ", "وأضاف ", "الوضع صعب جدا في المدينة", "نفت الشركة ", "بحسب الشرطة",
    "مؤكدا أن ", "المدير", "كما ", "لـ", "و", "لم ", "أعلنت الوزارة مقتل جندي", "12",
])


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_marks_lost_and_nested_never_break_a_quote(text: str) -> None:
    record = khabar.read(text, published="2023-05-10")
    known = {a.id for a in record.actors}
    for quote in record.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip()
        assert {*quote.speakers, *quote.chain} <= known
        if quote.cue is not None:
            assert text[quote.cue.start : quote.cue.end] == quote.cue.text
    for event in record.events:
        assert set(event.source) <= known


def test_a_megabyte_of_only_marks_is_read() -> None:
    assert khabar.read('"' * 1_000_000).quotes == ()


@pytest.mark.parametrize("marks", ["«", "»", "«»", "”“", '"«'])
def test_many_marks_of_any_kind_are_no_speech(marks: str) -> None:
    assert khabar.read(marks * 5_000).quotes == ()
