import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("events.txt"), ids=lambda c: c.title)
def test_events(case: Case) -> None:
    record = khabar.read(case.text, published="2023-05-10")
    names = {a.id: a.name for a in record.actors}
    told = tuple(
        f"{e.event} {e.mode or '-'} {e.status} | {'، '.join(names[a] for a in e.actor) or '-'} | {'، '.join(names[a] for a in e.recipient) or '-'}" for e in record.events
    )
    assert (told or ("-",)) == case.expected
