from typing import get_args

from khabar.lexicon.speech_words import load_speech_words
from khabar.model.record import Stance


def test_verbs_of_saying_are_many_and_their_stances_known() -> None:
    words = load_speech_words()
    assert len(words.verbs.keys() | words.clausal.keys()) >= 150
    assert {*words.verbs.values(), *words.clausal.values(), *(s for s, _ in words.reports.values())} <= set(get_args(Stance))
    assert set(words.participles.values()) <= {*get_args(Stance), "nominal"}
