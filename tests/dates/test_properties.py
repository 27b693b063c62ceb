"""Any text at all: dates are verbatim, in order, on the calendar; nothing raises."""

import re
from datetime import date
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from khabar.dates import find_dates, load_date_words
from khabar.text.fold import fold

WORDS = load_date_words()
PIECES = (
    "31", "12", "٢٩", "2024", "1445", "1436هـ", "0000", "99999", "9999", "م", "/", "-", ".", "(", ")", "،", "\n", "\n\n", "ـ", "\u200f", "\u064b", "و", "ال", "لل",
    "يوم", "اليوم", "أمس", "غدا", "الأول", "من", "شهر", "مارس", "رمضان", "شوال", "كانون", "الثاني", "فبراير", "الماضي", "المقبل", "الجمعة", "السبت",
    "عام", "عامي", "سنة", "ألف", "مئة", "وتسعين", "قبل", "بعد", "ذلك", "بثلاثة", "999", "أيام", "سنوات", "القرن", "العشرين", "تسعينيات", "العقد", "قبل الماضي", "الليلة", "الموافق", "نفس", "نفسه", "التالي",
    "الأسبوع", "الشهر", "العام", "هذا", "آخر", "أول", "جمعة", "منذ", "نهاية", "سيعود", "قال", "الحادي والثلاثين", "غرة", "إلى", "حتى", "بين",
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
VALUE = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-W\d\d|\d{4}-\d\d|\d{4}|\d{3}|\d\d")


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.none() | st.dates())
@example("التسعينات", date(99, 1, 1))
def test_any_text(text: str, published: date | None) -> None:
    dates, notes = find_dates(fold(text), published, WORDS)
    for found in (*dates, *notes):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
    for before, after in pairwise(dates):
        assert before.end <= after.start
    for told in dates:
        assert VALUE.fullmatch(told.value)
        if told.granularity == "day":
            assert date.fromisoformat(told.value)
        if told.granularity == "month":
            assert date.fromisoformat(told.value + "-01")
        if told.granularity == "week":
            assert date.fromisocalendar(int(told.value[:4]), int(told.value[6:]), 1)
        assert told.basis != "published" or published


@given(TEXTS)
def test_without_publication_nothing_is_counted_from_it(text: str) -> None:
    dates, _ = find_dates(fold(text), None, WORDS)
    assert all(told.basis != "published" for told in dates)
