"""Where an act took place, and what tells it."""

import pytest

import khabar
from tests.casefiles import Case, cases


@pytest.mark.parametrize("case", cases("where.txt"), ids=lambda c: c.title)
def test_where(case: Case) -> None:
    events = khabar.read(case.text, published="2023-05-10").events
    told = (f"{e.event} {e.place.text} {e.place.country or '-'} {e.place_basis}" if e.place else f"{e.event} - - -" for e in events)
    assert tuple(told) == case.expected


def test_a_listed_place_has_its_coordinates() -> None:
    place = khabar.read("قصفت القوات الإثيوبية مدينة مقديشو.", published="2023-05-10").events[0].place
    assert place is not None and place.country == "SOM" and round(place.lat or 0) == 2 and round(place.lon or 0) == 45
