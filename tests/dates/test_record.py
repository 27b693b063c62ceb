"""What a date carries beside its value: modifier, basis, calendar, original, rule; and what becomes a note."""

from datetime import date

import pytest

from khabar.dates import DateWords, find_dates, load_date_words
from khabar.errors import LexiconError
from khabar.text.fold import fold

PUBLISHED = date(2024, 6, 20)


@pytest.fixture(scope="module")
def words() -> DateWords:
    return load_date_words()


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("زارها مطلع يوليو/تموز الماضي", "start"),
        ("في بداية عام 2013", "start"),
        ("منتصف مارس الماضي", "mid"),
        ("أواخر 2013", "end"),
        ("نهاية الشهر الماضي", "end"),
        ("منذ 23 أيلول/ سبتمبر 2014", "since"),
        ("استمر حتى 5 مايو 2014", "until"),
        ("في 5 مايو 2014", None),
        ("بعد منتصف ليل الأربعاء", None),
    ],
)
def test_modifier(text: str, modifier: str | None, words: DateWords) -> None:
    dates, _ = find_dates(fold(text), PUBLISHED, words)
    assert dates[0].modifier == modifier


@pytest.mark.parametrize(
    ("text", "basis", "granularity", "rule"),
    [
        ("في 5 مايو 2014", "text", "day", "day_of_month"),
        ("قال أمس", "published", "day", "today"),
        ("الأسبوع الماضي", "published", "week", "beside"),
        ("عام 2011", "text", "year", "year_with_word"),
        ("تسعينيات القرن العشرين", "text", "decade", "decade"),
        ("القرن الماضي", "published", "century", "beside"),
    ],
)
def test_basis_and_rule(text: str, basis: str, granularity: str, rule: str, words: DateWords) -> None:
    dates, _ = find_dates(fold(text), PUBLISHED, words)
    assert (dates[0].basis, dates[0].granularity, dates[0].rule) == (basis, granularity, rule)


def test_counted_from_another_date_is_relative(words: DateWords) -> None:
    dates, _ = find_dates(fold("انتخب في 30 مارس 2019 وفي اليوم التالي أدى اليمين"), PUBLISHED, words)
    assert [told.basis for told in dates] == ["text", "relative"]


def test_the_hijri_original_is_kept(words: DateWords) -> None:
    dates, _ = find_dates(fold("في 12 رمضان 1445هـ"), None, words)
    assert (dates[0].value, dates[0].calendar, dates[0].original) == ("2024-03-22", "hijri", "1445-09-12")


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        ("قال أمس", None, "no publication date to count from"),
        ("في يونيو الماضي", None, "no publication date to count from"),
        ("الشهر الماضي", None, "no publication date to count from"),
        ("في 31 فبراير 2024", PUBLISHED, "no such day in the calendar"),
        ("وفي اليوم التالي عاد", PUBLISHED, "no earlier date in the text to count from"),
        ("خلال العقد الماضي", PUBLISHED, "which ten years are meant is open"),
        ("في القرن الثاني عشر", PUBLISHED, "a century is wider than a date"),
    ],
)
def test_notes(text: str, published: date | None, message: str, words: DateWords) -> None:
    dates, notes = find_dates(fold(text), published, words)
    assert not dates
    assert [note.message for note in notes] == [message]
    assert text[notes[0].start : notes[0].end] == notes[0].text


def test_a_broken_word_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.dates.words.tomllib.loads", lambda text: {"january": "1"})
    with pytest.raises(LexiconError, match=r"weekdays\.toml: january"):
        load_date_words()


def test_between_two_dates_it_is_open_which_one_is_counted_from(words: DateWords) -> None:
    dates, notes = find_dates(fold("عقد اللقاء في 9 مايو 2019 وكان الخلاف بدأ عام 2016 وبعد ذلك بثلاثة أيام سافر"), PUBLISHED, words)
    assert [told.value for told in dates] == ["2019-05-09", "2016"]
    assert [note.message for note in notes] == ["which date of the text it is counted from is open"]
