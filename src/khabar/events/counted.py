"""Who or what is counted: مجموعات من المتظاهرين are demonstrators, خمس قذائف are shells."""

from collections.abc import Sequence

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.events.acts import bare
from khabar.text.words import Word

# How far behind the word of number «من» may stand: مجموعات صغيرة أيضا من المتظاهرين.
_NEAR = 3


def with_counted(clause: Clause, counters: frozenset[str]) -> Clause:
    """The clause with those counted as its subject, where only a word of number stands there."""
    subject = clause.subject
    if subject is None or subject.head not in counters or any(p.sector or p.country for p in subject.phrases):
        return clause
    among = next((a for a in clause.prepositional if a.preposition == "من" and subject.last <= a.first <= subject.last + _NEAR), None)
    if among is None or not among.phrases:
        return clause
    return clause._replace(subject=subject._replace(phrases=among.phrases, last=among.last))


def heads_of(argument: Argument, words: Sequence[Word], counters: frozenset[str]) -> set[str]:
    """The head of an argument, as it stands and bare; behind a number also what is counted: عشرين مليون دولار."""
    found = {argument.head, bare(argument.head), argument.form}
    if argument.head in counters or words[argument.first].kind == "number":
        found.update(w.stem for w in words[argument.first + 1 : argument.last])
    return found
