"""What an article is about raises the bar for its acts."""

import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("about.txt"), ids=lambda c: c.title)
def test_about(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    assert (tuple(e.event for e in events) or ("-",)) == case.expected
