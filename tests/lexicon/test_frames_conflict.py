"""The frames of conflict: their rows are well formed, each tells what its example says, and what is no act stays none."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import khabar
from khabar.lexicon.files import toml_table
from khabar.text.fold import fold_word
from tests.casefiles import Case, cases

TABLE = toml_table("frames_conflict.toml")
BOOK = {row["name"]: set(row.get("modes", {})) for row in toml_table("codebook.toml")["type"]}
CONFLICT = {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
SHARED = {"event", "mode", "actor", "recipient", "with", "reciprocal", "claims", "status", "example"}
VERB = SHARED | {"verbs", "subject", "done", "only", "unless", "nobody", "object", "not_object", "recipient_party", "passive", "near", "negated"}
NOUN = SHARED | {"nouns", "topic", "nobody", "genitive", "object_after_genitive", "adjective", "alone"}
FIELDS = {
    "verb": VERB, "verb_if": VERB | {"actor_sector"}, "noun": NOUN, "noun_if": NOUN | {"of", "near", "actor_sector"},
    "mode_hint": {"event", "mode", "words"}, "veto": {"event", "words"},
}
CONDITIONS = {"object", "subject", "with", "actor_sector", "of", "near", "passive"}
SIDES = {"actor", "recipient", "both", "none", "topic"}


def rows(*kinds: str) -> Iterator[dict[str, Any]]:
    for kind in kinds:
        yield from TABLE[kind]


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_fields_types_and_modes_are_known(kind: str) -> None:
    for row in TABLE[kind]:
        assert set(row) <= FIELDS[kind], row
        assert row["event"] in CONFLICT, row
        assert row.get("mode", "") in BOOK[row["event"]] | {""}, row


def test_verbs_and_nouns_have_what_they_need() -> None:
    for row in rows("verb", "verb_if"):
        assert row["example"]
        assert all(pair.count("/") == 1 and all(pair.split("/")) for pair in row["verbs"]), row
    for row in rows("noun", "noun_if"):
        assert row["example"]
        assert row["genitive"] in SIDES and row.get("adjective", "actor") in SIDES, row
        assert all(" " not in noun for noun in row["nouns"]), row


def test_no_trigger_stands_in_two_unconditional_rows_of_different_types() -> None:
    for kinds in (("verb", "verb_if"), ("noun", "noun_if")):
        told: dict[tuple[str, bool], set[str]] = {}
        seen: Counter[tuple[str, bool]] = Counter()
        for row in rows(*kinds):
            if CONDITIONS & set(row):
                continue
            for trigger in {fold_word(t.split("/")[0]) for t in row.get("verbs", row.get("nouns", []))}:
                key = (trigger, row.get("alone", True))
                told.setdefault(key, set()).add(row["event"])
                seen[key] += 1
        assert {t: events for t, events in told.items() if len(events) > 1} == {}
        assert {t: n for t, n in seen.items() if n > 1} == {}


def test_there_are_triggers_for_all_modes() -> None:
    triggers = {t for row in rows("verb", "verb_if", "noun", "noun_if") for t in row.get("verbs", row.get("nouns", []))}
    assert len(triggers) >= 600
    told = {(row["event"], row.get("mode", "")) for row in rows("verb", "verb_if", "noun", "noun_if", "mode_hint")}
    assert {(event, mode) for event in CONFLICT for mode in BOOK[event]} <= told


def test_examples_tell_their_acts() -> None:
    wanted = [(row["event"], row["example"]) for row in rows("verb", "verb_if", "noun", "noun_if")]
    silent = [(event, text) for event, text in wanted if event not in {e.event for e in khabar.read(text, published="2023-05-10").events}]
    assert len(silent) <= 0.06 * len(wanted), silent


@pytest.mark.parametrize("case", cases("frames_conflict.txt"), ids=lambda c: c.title)
def test_cases(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    told = tuple(dict.fromkeys(f"{e.event} {e.mode or '-'}" for e in events if e.event in CONFLICT))
    assert (told or ("-",)) == case.expected
