"""Is it so: what in a sentence denies, negates, plans, conditions or doubts the act it tells."""

from khabar.doubt.find import Doubt, DoubtFinder, doubt_at
from khabar.doubt.words import DoubtWords, doubt_verb_pairs, load_doubt_words

__all__ = ["Doubt", "DoubtFinder", "DoubtWords", "doubt_at", "doubt_verb_pairs", "load_doubt_words"]
