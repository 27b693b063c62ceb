from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.model import Count, Record
from khabar.sources import articles_in
from khabar.summary.bullets import Tellers, bullets, load_tellers
from khabar.summary.tellings import load_tellings
from tests.casefiles import Case, cases
from tests.summary.records import record_of

SAMPLE = (Path(__file__).parent.parent / "samples" / "copied_page.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def tellers() -> Tellers:
    return load_tellers()


@pytest.mark.parametrize("case", cases("bullets.txt"), ids=lambda c: c.title)
def test_bullets(case: Case, tellers: Tellers) -> None:
    told, *expected = case.expected
    record = record_of(case.text, told)
    lines = tuple(b.text for language in ("ar", "en") for b in bullets(record, language, tellers))
    assert (lines or ("-",)) == tuple(expected)


def check(record: Record, tellers: Tellers) -> None:
    arabic, english = bullets(record, "ar", tellers, 99), bullets(record, "en", tellers, 99)
    assert [b.event for b in arabic] == [b.event for b in english] or len({b.text for b in english}) < len(arabic)
    events = {e.id: e for e in record.events}
    for bullet in arabic:
        event = events[bullet.event]
        assert bullet.evidence == event.evidence and event.trigger in bullet.parts
        for part in bullet.parts:
            assert record.article.text[part.start : part.end] == part.text


def test_every_part_of_a_line_stands_in_the_article(tellers: Tellers) -> None:
    record = next(iter(khabar.read_many(articles_in(SAMPLE, "s", "auto"))))
    assert bullets(record, "ar", tellers)
    check(record, tellers)


WORDS = st.sampled_from(
    ["زار", "التقى", "الرئيس التركي", "رجب طيب أردوغان", "مصر", "،", ".", "في", "موسكو", "أمس", "قتل", "5", "جنود", "قال", "إن", "هاجمت", "إسرائيل", "لبنان", "رفض", "الحوثيون", "«", "»"]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_give_lines_that_stand_in_them(text: str) -> None:
    check(khabar.read(text, published="2024-01-31"), load_once())


def load_once() -> Tellers:
    if not _KEPT:
        _KEPT.append(load_tellers())
    return _KEPT[0]


_KEPT: list[Tellers] = []


def test_the_weightiest_are_kept_in_the_order_of_the_text(tellers: Tellers) -> None:
    record = khabar.read("زار أردوغان مصر.\n\nاتهمت أوكرانيا روسيا.\n\nهدد الحوثيون السعودية.")
    assert [b.text for b in bullets(record, "ar", tellers, 2)] == ["زار أردوغان مصر.", "اتّهمت أوكرانيا روسيا."]


@pytest.mark.parametrize(
    ("low", "high", "arabic", "english"),
    [(20, None, "20 على الأقل", "at least 20"), (None, 9, "9 على الأكثر", "at most 9"), (5, 5, "القتلى: 5", "killed: 5"), (3, 7, "بين 3 و7", "3 to 7")],
)
def test_the_dead_are_counted_as_the_record_counts_them(low: int | None, high: int | None, arabic: str, english: str, tellers: Tellers) -> None:
    import dataclasses

    record = record_of("هاجمت إسرائيل لبنان.", "ASSAULT - asserted verb:هاجم هاجمت | country/ISR/state/إسرائيل | country/LBN/state/لبنان")
    event = dataclasses.replace(record.events[0], dead=Count(min=low, max=high, start=0, end=5, text="هاجمت"))
    record = dataclasses.replace(record, events=(event,))
    assert arabic in bullets(record, "ar", tellers)[0].text
    assert english in bullets(record, "en", tellers)[0].text


def test_all_sixteen_types_have_a_telling() -> None:
    assert {event for event, _ in load_tellings().rows} == set(
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
    )
