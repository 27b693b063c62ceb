"""Which verb a word with و at its head is."""

import pytest

from khabar.reading import load_reader


@pytest.mark.parametrize(
    ("word", "before", "lemma"),
    [
        ("ودعت", "و", "دعا"),
        ("ودعا", "و", "دعا"),
        ("ووصل", "و", "وصل"),
        ("ووقعت", "و", "وقع"),
        # NOT two words: a verb that begins with و
        ("وصلت", "", "وصل"),
        ("واصل", "", "واصل"),
        ("وعدت", "", "وعد"),
    ],
)
def test_and_or_the_first_letter(word: str, before: str, lemma: str) -> None:
    first = load_reader().lexicon.verbs.readings(word)[0]
    assert (first.before, first.form.lemma) == (before, lemma)
