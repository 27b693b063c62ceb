"""The words of saying: verbs and participles with their stance, and what names a thing in quotation marks."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word


class SpeechWords(NamedTuple):
    """Stance by folded lemma and by folded participle ("nominal" for a noun of saying), and the words before a mark that names something.

    `reports` are the verbs that report acts by nouns, each with its stance and the words of which one must follow (none: whatever follows);
    `clausal` those that tell speech only where a clause follows. `anybody` are nouns for somebody named before; `measures` are no sources behind وفق; `plain` are the verbs whose perfect
    begins with an alef without hamza, so that أ tells the first person; `not_before` are the prepositions, behind which no name is in apposition; `women`, `feminine` and `masculine`
    are first names and heads whose gender does not show. No statement follows `not_before_that`; with `need` before أن it begins; verbs of `nobody` tell nobody's words; `lists` open
    a list behind a colon. `statements` are what somebody says, `studies` what may tell by itself; `bare` are verbs without a noun for an object, `idle` objects that tell nobody, `things` nouns in ون that are no people, `prayers` words of those who pray, `may_be_said` words before القول that make it the writer's.
    """

    verbs: Mapping[str, str]
    participles: Mapping[str, str]
    named: frozenset[str]
    reports: Mapping[str, tuple[str, tuple[str, ...]]]
    clausal: Mapping[str, str]
    anybody: frozenset[str]
    measures: frozenset[str]
    plain: frozenset[str]
    not_before: frozenset[str]
    women: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    not_before_that: frozenset[str]
    need: frozenset[str]
    nobody: frozenset[str]
    lists: frozenset[str]
    statements: frozenset[str]
    studies: frozenset[str]
    bare: frozenset[str]
    idle: frozenset[str]
    things: frozenset[str]
    prayers: frozenset[str]
    may_be_said: frozenset[str]


def load_speech_words() -> SpeechWords:
    """The words of saying of the package."""
    table = toml_table("cues.toml")
    verbs = {fold_word(pair.partition("/")[0]): stance for stance, row in table["verbs"].items() for pair in strings("cues.toml", row, "forms")}
    participles: dict[str, str] = {}
    for stance, row in table["participles"].items():
        for form in strings("cues.toml", row, "forms"):
            base = fold_word(form)
            for ending in ("ا", "ه", "ين", "ان"):
                participles[base + ending] = stance
    participles.update((fold_word(form), "nominal") for form in strings("cues.toml", table["nouns"], "forms"))
    named = frozenset(fold_word(w) for w in strings("named_in_marks.toml", toml_table("named_in_marks.toml"), "words"))
    reports: dict[str, tuple[str, tuple[str, ...]]] = {}
    for stance, perfect, _, wanted in _reports(table):
        lemma = fold_word(perfect)
        known = reports.get(lemma, ("", ()))[1]
        reports[lemma] = (verbs.get(lemma, stance), (*known, *([fold_word(wanted)] if wanted else [])))
    clausal = {fold_word(pair.partition("/")[0]): stance for stance, row in table["clausal"].items() for pair in strings("cues.toml", row, "forms")}
    genders = toml_table("genders.toml")

    def folded(name: str, row: dict[str, Any], field: str) -> frozenset[str]:
        return frozenset(fold_word(w) for w in strings(name, row, field))

    return SpeechWords(
        verbs, participles, named, reports, {v: s for v, s in clausal.items() if v not in verbs}, folded("cues.toml", table["anybody"], "forms"),
        folded("cues.toml", table["measures"], "forms"), frozenset(fold_word(p) for p, _ in speech_verb_pairs() if p.startswith("ا")),
        folded("grammar.toml", toml_table("grammar.toml"), "prepositions"),
        folded("genders.toml", genders, "women"), folded("genders.toml", genders, "feminine"), folded("genders.toml", genders, "masculine"),
        *(folded("cues.toml", table[name], "forms") for name in ("not_before_that", "need", "nobody", "lists", "statements", "studies", "bare", "idle", "things", "prayers", "may_be_said")),
    )


def _reports(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Stance, perfect, imperfect and the word that must follow ("" for none) of each verb that reports acts by nouns."""
    for stance, row in table["reports"].items():
        for entry in strings("cues.toml", row, "forms"):
            pair, _, wanted = entry.partition(" ")
            perfect, _, imperfect = pair.partition("/")
            yield stance, perfect, imperfect, wanted


def speech_verb_pairs() -> tuple[tuple[str, str], ...]:
    """Perfect and imperfect of every verb of saying, for conjugation."""
    table = toml_table("cues.toml")
    told = [(p, i) for kind in ("verbs", "clausal") for row in table[kind].values() for p, _, i in (pair.partition("/") for pair in strings("cues.toml", row, "forms"))]
    return tuple(dict.fromkeys([*told, *((p, i) for _, p, i, _ in _reports(table))]))
