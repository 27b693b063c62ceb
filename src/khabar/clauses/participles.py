"""Participles that go on with an act: متهماً روسيا بالكذب، داعيةً إلى الحوار."""

from collections.abc import Callable, Mapping, Sequence

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause, ClauseReader
from khabar.clauses.verbs import Verb
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_ENDINGS = ("ين", "ا", "ه")
# Spelled like the participle of أدان.
_TOWN = frozenset({"مدينه", "ومدينه"})


def participles(
    words: Sequence[Word], sentence: Sentence, clauses: Sequence[Clause], reader: ClauseReader, lemmas: Mapping[str, str],
    taken: Callable[[int], bool], speaks: Callable[[str], bool],
) -> tuple[Clause, ...]:
    """A clause for each participle in the accusative among the words of `sentence` whose verb is in `lemmas`, by its masculine form.

    Its subject is the speaker of the clause before, else whoever that clause is about.
    """
    found = []
    for index in range(sentence.first, sentence.last):
        lemma = _lemma(words, index, lemmas)
        if lemma is None or taken(index):
            continue
        end = reader.end(index + 1, sentence.last)
        after = reader.arguments(index + 1, end)
        verb = Verb(index, lemma, "participle", "", False, words[index].before, words[index].after)
        bare, prepositional = tuple(a for a in after if not a.preposition), tuple(a for a in after if a.preposition)
        found.append(Clause(verb, index, end, _subject(clauses, index, speaks), bare, prepositional, None, "participle"))
    return tuple(found)


def _lemma(words: Sequence[Word], index: int, lemmas: Mapping[str, str]) -> str | None:
    """The verb of the participle at `index`: in the accusative, behind a comma, و or a quotation."""
    word, before = words[index], words[index - 1] if index else None
    goes_on = before is None or before.kind in ("sign", "break") or word.before == "و" or word.raw.endswith(("اً", "ًا"))
    if word.kind != "word" or word.article or not goes_on or word.form in _TOWN:
        return None
    if word.form.removeprefix("و").startswith("مهني") and "ئ" not in word.raw:
        return None  # مهنية: professional, no مهنئة
    form = word.form.removeprefix("و") if word.before == "و" else word.form
    return next((lemmas[form.removesuffix(e)] for e in _ENDINGS if form.endswith(e) and form.removesuffix(e) in lemmas), None)


def _subject(clauses: Sequence[Clause], index: int, speaks: Callable[[str], bool]) -> Argument | None:
    before = [c for c in clauses if c.verb.at < index and c.subject is not None and (c.subject.phrases or c.subject.owners)]
    speaker = next((c for c in reversed(before) if speaks(c.verb.lemma)), None)
    return (speaker or before[0]).subject if before else None
