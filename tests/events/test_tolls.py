"""How many were killed, wounded, detained, displaced."""

import pytest

import khabar
from khabar.events.tolls import KINDS
from khabar.model import Count
from tests.casefiles import Case, cases


def told(kind: str, count: Count) -> str:
    low, high = ("-" if n is None else str(n) for n in (count.min, count.max))
    return f"{kind} {low}..{high} {count.text}"


@pytest.mark.parametrize("case", cases("tolls.txt"), ids=lambda c: c.title)
def test_tolls(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    found = tuple(told(kind, count) for e in events for kind in KINDS if (count := getattr(e, kind)) is not None)
    assert (found or ("-",)) == case.expected
    for count in (getattr(e, kind) for e in events for kind in KINDS):
        assert count is None or case.text[count.start : count.end] == count.text
