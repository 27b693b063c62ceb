from hypothesis import given
from hypothesis import strategies as st

from khabar.store.lights import CLOSE, OPEN, places
from khabar.store.tokens import tokens

WORDS = st.sampled_from(["قال", "وعبدالله", "عبد الله", "لعبدالرحمن", "ﷲ", "مُحَمَّد", "1,200", "١٢٫٥", "½", "x²", "الـحكومة", "،", "\n\n", "NATO", "_", "«", "أبو\u200fظبي"])


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join)))
def test_every_form_has_the_place_of_its_word(text: str) -> None:
    found = tokens(text)
    for number, token in enumerate(found):
        forms = [OPEN + t.form + CLOSE if n == number else t.form for n, t in enumerate(found)]
        assert places(text, " ".join(forms)) == ((token.start, token.end),)


def test_nothing_marked_is_nothing_lit() -> None:
    assert places("قال الوزير", "قال وزير") == ()


def test_a_phrase_is_lit_from_its_first_word_to_its_last() -> None:
    text = "قال عبدالله: لن نتراجع."
    assert [text[a:b] for a, b in places(text, f"قال {OPEN}عبد الله لن{CLOSE} نتراجع")] == ["عبدالله: لن"]


def test_an_index_of_other_words_lights_nothing_wrong() -> None:
    assert places("قال", f"قال ثم {OPEN}عاد{CLOSE}") == ()
