import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("quotes.txt"), ids=lambda c: c.title)
def test_quotes(case: Case) -> None:
    record = khabar.read(case.text, published="2023-05-10")
    names = {a.id: a.name for a in record.actors}
    told = tuple(
        f"{q.kind} {q.stance} | {''.join(names[s] + ' ← ' for s in q.chain if s not in q.speakers)}{'، '.join(names[s] for s in q.speakers) or '-'} | {q.text}" for q in record.quotes
    )
    assert (told or ("-",)) == case.expected
