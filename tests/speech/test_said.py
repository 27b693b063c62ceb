import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.speech.numbers import Counting, cardinal, definite, ordinal
from khabar.speech.said import said
from khabar.speech.vowels import vowelled
from khabar.speech.words import load_spoken_words, strip_marks
from tests.casefiles import Case, cases

WORDS = load_spoken_words()


@pytest.mark.parametrize("case", cases("speech.txt"), ids=lambda c: c.title)
def test_said(case: Case) -> None:
    assert said(case.text, WORDS) == case.expected[0]


PIECES = st.sampled_from(
    ["قتل", "شخصا", "دولة", "في", "و", "بـ", "الـ", "عام", "سنة", "الساعة", "يونيو", "/", "-", "%", "$", "(", ")", "«", "»", ".", "،", "5", "12", "1,250", "2.5", "2024", "19/6/2024", "10:30", "مليون", "كم", "د.", "٤٥", "BBC", "https://x.y"]
)


@given(st.lists(PIECES, max_size=15), st.sampled_from(["", " "]))
def test_no_figure_is_left(pieces: list[str], between: str) -> None:
    told = said(between.join(pieces), WORDS)
    assert not any(c.isdigit() for c in told) and "\n" not in told and not any(c in "«»()%$" for c in told)


@given(st.text(max_size=80))
def test_any_text_is_said(text: str) -> None:
    told = vowelled(said(text, WORDS), WORDS)
    assert not any(c.isdecimal() and c.isascii() for c in told)


@pytest.mark.parametrize("form", ["{n}", "{n}%", "${n}", "{n} كم", "الـ{n}", "{n}.{n}", "{n}-{n}9", "{n}.5 مليون", "{n} شخصا"])
@pytest.mark.parametrize("digits", [15, 16, 40, 5000])
def test_figures_beyond_counting_are_said_one_by_one(form: str, digits: int) -> None:
    told = said(form.format(n="7" * digits), WORDS)
    assert told and not any(c.isdigit() for c in told)


@given(st.integers(0, 10**15 - 1), st.sampled_from("mf"), st.sampled_from(["nominative", "oblique"]))
def test_every_number_has_words(number: int, gender: str, case: str) -> None:
    told = cardinal(number, Counting(gender, case))
    assert told and not any(c.isdigit() for c in told) and "  " not in told


@given(st.integers(0, 10**6 - 1), st.integers(0, 10**6 - 1))
def test_two_numbers_are_not_said_alike(one: int, other: int) -> None:
    assert (cardinal(one) == cardinal(other)) == (one == other)


@pytest.mark.parametrize(
    ("number", "how", "words"),
    [
        (2, Counting("f", "nominative"), "اثنتان"), (8, Counting("f", "oblique", True), "ثماني"), (12, Counting("f", "oblique"), "اثنتي عشرة"), (200, Counting("m", "nominative", True), "مئتا"),
        (200, Counting("m", "oblique"), "مئتين"), (2000, Counting("m", "oblique", True), "ألفي"), (11_000, Counting("m", "oblique"), "أحد عشر ألفاً"), (11_000, Counting("m", "oblique", True), "أحد عشر ألف"),
        (3_000_000, Counting(), "ثلاثة ملايين"), (1_000_001, Counting(), "مليون وواحد"), (103_000, Counting(), "مئة وثلاثة آلاف"), (0, Counting(), "صفر"),
    ],
)
def test_numbers(number: int, how: Counting, words: str) -> None:
    assert cardinal(number, how) == words


def test_ordinals_and_definite_numbers() -> None:
    assert [ordinal(n, "f") for n in (1, 11, 20, 21, 100)] == ["الأولى", "الحادية عشرة", "العشرين", "الحادية والعشرين", ""]
    assert [definite(n) for n in (5, 15, 54, 105)] == ["الخمسة", "الخمسة عشر", "الأربعة والخمسين", "المئة والخمسة"]


@pytest.mark.parametrize(
    ("plain", "marked"),
    [("أن", "أَن"), ("وأن", "وَأَن"), ("بسبب", "بِسَبَب"), ("يعلن", "يُعلن"), ("تشمل", "تَشمل"), ("قصفت", "قَصَفَت"), ("عملت", "عَمِلَت"), ("منظمة", "مُنَظَّمَة"), ("جبهة", "جَبهَة"), ("وعشرون", "وَعِشرون"), ("للحكومة", None)],
)
def test_light_vowelling(plain: str, marked: str | None) -> None:
    told = vowelled(plain, WORDS)
    assert strip_marks(told) == plain and told != plain
    if marked is not None:
        assert told.replace("\u0651", "") == marked.replace("\u0651", "") or strip_marks(told) == strip_marks(marked)


def test_words_with_marks_are_left_alone() -> None:
    assert vowelled("كُتِبَ", WORDS) == "كُتِبَ"
