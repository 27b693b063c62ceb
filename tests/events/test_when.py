"""When an act was, and what tells it."""

import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("when.txt"), ids=lambda c: c.title)
def test_when(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    assert tuple(f"{e.event} {e.date or '-'} {e.date_basis or '-'}" for e in events) == case.expected
