import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.text.fold import fold, fold_word
from khabar.text.marks import quotation_marks
from khabar.text.sentences import sentences
from khabar.text.words import load_frequencies, parts, words
from tests.casefiles import Case, cases

FREQUENCIES = load_frequencies()
ARABIC = st.text(alphabet="أإآابتةثجدذرزسشصضطظعغفقكلمنهويىئؤءًٌٍَُِّْـ ،.؟!«»\"“”()0123٤٥\u200f\u202a\n")


@given(ARABIC)
def test_folding_keeps_every_place(raw: str) -> None:
    folded = fold(raw)
    assert folded.text == fold_word(raw)
    for place in range(len(folded.text)):
        start, end = folded.source(place, place + 1)
        assert 0 <= start < end <= len(raw)
        assert fold_word(raw[start]) in (folded.text[place], "") or folded.text[place] in fold_word(raw[start])


@given(ARABIC)
def test_words_are_verbatim_and_in_order(raw: str) -> None:
    found = words(fold(raw), FREQUENCIES)
    at = 0
    for word in found:
        assert raw[word.start : word.end] == word.raw and word.start >= at
        assert "".join(parts(word)) == word.raw
        at = word.end


@given(ARABIC)
def test_sentences_and_marks_lie_in_the_text(raw: str) -> None:
    folded = fold(raw)
    found = words(folded, FREQUENCIES)
    for sentence in sentences(folded, found):
        assert 0 <= sentence.start < sentence.end <= len(raw) and sentence.first < sentence.last
    for mark in quotation_marks(raw):
        assert mark.start <= mark.inner_start < mark.inner_end <= mark.end <= len(raw)


@pytest.mark.parametrize("case", cases("words.txt"), ids=lambda c: c.title)
def test_words(case: Case) -> None:
    found = [" + ".join(parts(w)) for w in words(fold(case.text), FREQUENCIES) if w.kind == "word"]
    assert found == list(case.expected)


def test_a_sentence_goes_over_the_points_of_a_quotation() -> None:
    raw = 'قال الوزير: "لن نقبل. لن نرضخ!" ثم غادر. وعاد الوفد.'
    folded = fold(raw)
    assert len(sentences(folded, words(folded, FREQUENCIES))) == 2


def test_marks_take_linear_time() -> None:
    def seconds(size: int) -> float:
        began = time.perf_counter()
        quotation_marks('"' * size)
        return time.perf_counter() - began

    seconds(1000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.001)


def test_a_sentence_without_an_end_is_parted_at_a_comma_or_at_last_anywhere() -> None:
    for text in ("سافر الوفد إلى المدينة، " * 300, "سافر الوفد إلى المدينة ثم " * 300):
        folded = fold(text)
        found = words(folded, FREQUENCIES)
        parts = sentences(folded, found)
        assert len(parts) > 2 and all(p.last - p.first <= 401 for p in parts)
        assert [i for p in parts for i in range(p.first, p.last)] == list(range(len(found)))
        assert all(text[p.end - 1] == "،" for p in parts) or "،" not in text


def test_a_long_sentence_that_ends_is_one() -> None:
    folded = fold("سافر الوفد إلى المدينة، " * 55 + "ثم عاد.")
    assert len(sentences(folded, words(folded, FREQUENCIES))) == 1
