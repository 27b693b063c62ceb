from hypothesis import given
from hypothesis import strategies as st

from khabar.store.lights import packed_places, tokens_kept
from khabar.store.tokens import tokens, written

WORDS = st.sampled_from(["قال", "وعبدالله", "عبد الله", "لعبدالرحمن", "ﷲ", "مُحَمَّد", "1,200", "١٢٫٥", "½", "x²", "الـحكومة", "،", "\n\n", "NATO", "_", "«", "أبو\u200fظبي", " " * 300])


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join)))
def test_what_is_kept_is_what_was_cut(text: str) -> None:
    found = tokens(text)
    assert tokens_kept(written(found), packed_places(found)) == found


def test_places_take_less_room_than_the_words() -> None:
    text = "قال وزير الخارجية التركي هاكان فيدان في مؤتمر صحفي عقده في أنقرة إن بلاده تدعم وحدة ليبيا وسيادتها. " * 40
    assert len(packed_places(tokens(text))) < len(text.encode()) / 10
