"""How sure an act is: by how it is told, from a table measured on annotated articles."""

import pytest

from khabar import read
from khabar.events.confidence import kind_of, load_confidence


@pytest.mark.parametrize(
    ("rule", "actors", "recipients", "kind"),
    [
        ("verb:meet", ["a1"], ["a2"], "verb:both"),
        ("verb:meet", ["a1"], [], "verb:actor"),
        ("noun:meet", [], ["a2"], "noun:recipient"),
        ("noun:light:meet", [], [], "light:nobody"),
    ],
)
def test_the_kind_is_told_by_rule_and_parties(rule: str, actors: list[str], recipients: list[str], kind: str) -> None:
    assert kind_of(rule, actors, recipients) == kind


def test_a_verb_with_both_parties_is_surer_than_a_noun_with_one() -> None:
    right = load_confidence()
    assert all(0 < share < 1 for share in right.values())
    assert right["verb:both"] > right["noun:actor"]


def test_the_record_gives_the_share_of_the_table() -> None:
    record = read("التقى الرئيس المصري عبد الفتاح السيسي الملك الأردني عبد الله الثاني في القاهرة.")
    (event,) = record.events
    assert event.confidence == load_confidence()["verb:both"]
