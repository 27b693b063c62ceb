"""What an act is about beside itself."""

import pytest

import khabar
from khabar.lexicon.files import toml_table
from tests.casefiles import Case, cases

CONTEXTS = """military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations
human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum
migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking""".split()


def test_all_contexts_of_the_codebook_have_words() -> None:
    table = toml_table("contexts.toml")
    assert sorted(table) == sorted(CONTEXTS)
    assert all(len(row["words"]) >= 7 for row in table.values())


@pytest.mark.parametrize("case", cases("contexts.txt"), ids=lambda c: c.title)
def test_contexts(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    assert (tuple(f"{e.event} {' '.join(e.contexts) or '-'}" for e in events) or ("-",)) == case.expected
