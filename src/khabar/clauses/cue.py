"""A word that tells that somebody speaks."""

from typing import NamedTuple

from khabar.clauses.phrase import Phrase


class Cue(NamedTuple):
    """A word range that tells of speech, with the speaker it names.

    `content` is the first word of the clause it reports, None where it reports none; `content_words` are both ends where the source
    follows what it said; `through` are those who pass it on. `opens` is the word where its own clause opens; `breaks` says that what another said before ends there;
    `reports` that the nouns behind it tell acts on its speaker's word.
    """

    first: int
    last: int
    stance: str
    speakers: tuple[Phrase, ...]
    carried: bool
    content: int | None
    content_words: tuple[int, int] | None
    opens: int
    breaks: bool
    rule: str
    through: tuple[Phrase, ...] = ()
    reports: bool = False
