"""What the word lists say against a word's being part of a name."""

from collections.abc import Callable, Mapping, Sequence

from khabar.clauses.names import Judged
from khabar.lexicon import Lexicon
from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term
from khabar.text.words import Word

# Lists whose single words are no names, unless the lists of names have them.
_TITLES = frozenset({"office", "collective", "institution", "body"})
_NATIONALITIES = frozenset({"nisba", "group_nisba"})


def judged(words: Sequence[Word], hits: Mapping[int, Sequence[Hit[tuple[Term, ...]]]], lexicon: Lexicon, common: Callable[[str], float]) -> Judged:
    """What the lists say of the words of one text; `common` tells how common a folded word is."""
    grammar, names = lexicon.grammar, lexicon.names

    def stops(index: int) -> bool:
        word = words[index]
        bare = word.form[len(word.before):] if word.before == "و" else word.form
        if word.form == "علي" and word.raw.endswith("ي") and index + 1 < len(words):
            following = words[index + 1]
            listed = following.form in names.given or following.form in names.family
            return not listed and (following.article or common(following.form) >= 4)
        if word.form in grammar.prepositions or word.form in grammar.openers or word.form in grammar.relatives or (word.form in grammar.adverbs and bare not in names.given):
            return True
        if word.stem in lexicon.frames.nouns and bare not in names.given and bare not in names.family:
            return True
        readings = lexicon.verbs.readings(word.form)
        rare = bool(readings) and readings[0].before != "" and common(word.form) < 2.5
        if bare in names.given:
            return bool(readings) and readings[0].before in ("", "و", "ف") and _begins(words, index, grammar.initials) and not _before_son(words, index)
        return bool(readings) and not rare

    def verbs(index: int) -> bool:
        word = words[index]
        return bool(lexicon.verbs.readings(word.form)) and word.stem not in lexicon.frames.nouns and not word.raw.endswith("ة")

    def named(tags: frozenset[str]) -> frozenset[int]:
        """The words that a list of `tags` has and no list of names."""
        return frozenset(
            index for index, found in hits.items()
            if words[index].form not in names.given and words[index].form not in names.family
            and any(h.last == index + 1 and h.before in ("", "ال") and not h.after and h.value[0].tag in tags for h in found)
        )

    offices = {i for i, found in hits.items() if any(h.last > i + 1 and h.before in ("", "ال") and h.value[0].tag == "office" for h in found)}
    offices.update(i for i, w in enumerate(words) if w.form in grammar.office_adjectives and w.form not in names.given and w.form not in names.family)
    return Judged(common, stops, verbs, named(_TITLES), named(_NATIONALITIES), offices)


def _begins(words: Sequence[Word], index: int, initials: frozenset[str]) -> bool:
    """Whether a sentence or quotation begins at the word `index`, where a verb is likelier than a name; behind د. it does not."""
    if index > 1 and words[index - 1].raw == "." and words[index - 2].form in initials:
        return False
    return index == 0 or words[index - 1].kind == "break" or words[index - 1].raw in ".؟!؛:"


def _before_son(words: Sequence[Word], index: int) -> bool:
    """أشرف بن سالم: whether بن stands behind the word `index`, which is then a name wherever it stands."""
    return index + 1 < len(words) and words[index + 1].form in ("بن", "بنت")
