"""The frames of cooperation: each row has an example, and nearly all examples tell what they stand for."""

from collections.abc import Iterator
from typing import Any

import khabar
from khabar.lexicon.files import toml_table

TABLE = toml_table("frames_cooperation.toml")
BOOK = {row["name"]: set(row.get("modes", {})) for row in toml_table("codebook.toml")["type"]}


def rows() -> Iterator[dict[str, Any]]:
    for kind in ("verb", "verb_if", "noun", "noun_if"):
        yield from TABLE.get(kind, [])


def test_types_and_modes_are_known() -> None:
    for row in rows():
        assert row["event"] in BOOK and row.get("mode", "") in BOOK[row["event"]] | {""}, row


def test_examples_tell_their_acts() -> None:
    wanted = [(row["event"], row["example"]) for row in rows()]
    silent = [(event, text) for event, text in wanted if event not in {e.event for e in khabar.read(text, published="2023-05-10").events}]
    assert len(silent) <= 0.19 * len(wanted), silent
