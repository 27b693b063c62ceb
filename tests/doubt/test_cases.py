import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("doubts.txt"), ids=lambda c: c.title)
def test_doubts(case: Case) -> None:
    record = khabar.read(case.text, published="2023-05-10")
    names = {a.id: a.name for a in record.actors}
    told = tuple(f"{e.event} {e.status} | {'، '.join(names[s] for s in e.source) or '-'}" for e in record.events)
    assert (told or ("-",)) == case.expected
