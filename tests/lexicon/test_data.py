import tomllib
from collections import Counter
from pathlib import Path

import pytest

import khabar
from khabar.api import load_reader
from khabar.lexicon.frames import FILES, load_frames
from khabar.text.fold import fold_word

DATA = Path(khabar.__file__).parent / "lexicon" / "data"
SECTORS = set("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()) | {""}


@pytest.mark.parametrize("file", sorted(DATA.iterdir()), ids=lambda f: f.name)
def test_every_list_says_where_it_comes_from(file: Path) -> None:
    first = file.read_text("utf-8").split("\n", 1)[0]
    assert first.startswith("# ") and len(first) > 20


@pytest.mark.parametrize("name", ["bodies", "groups", "outlets", "institutions", "offices", "collectives"])
def test_no_form_stands_in_two_rows(name: str) -> None:
    rows = next(v for k, v in tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")).items() if k != "ministry")
    forms = Counter(fold_word(form) for row in rows for form in {fold_word(f) for f in row["names"]})
    shared = Counter(form for row in rows for form in {fold_word(f) for f in row.get("shared", [])})
    assert {form for form, n in forms.items() if n > 1} == shared.keys()
    assert all(n == forms[form] for form, n in shared.items())
    assert {row.get("sector", "") for row in rows} <= SECTORS


def test_frames_are_of_the_codebook() -> None:
    reader = load_reader()
    frames = load_frames()
    for rows in (*frames.verbs.values(), *frames.nouns.values()):
        for frame in rows:
            assert (frame.event, frame.mode) in reader.book.scores, frame.rule
    assert len(frames.verbs) + len(frames.nouns) >= 500 and len(FILES) == 2


def test_an_unlisted_word_is_found_by_nobody() -> None:
    assert load_reader().lexicon.finder.find(()) == ()
