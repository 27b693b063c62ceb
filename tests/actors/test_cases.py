import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("actors.txt"), ids=lambda c: c.title)
def test_actors(case: Case) -> None:
    record = khabar.read(case.text, published="2023-05-10")
    told = tuple(f"{a.name} | {a.kind} | {a.country or '-'} | {a.sector or '-'} | {a.role or '-'}" for a in record.actors)
    assert (told or ("-",)) == case.expected
