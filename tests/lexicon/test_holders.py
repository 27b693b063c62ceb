from collections import Counter

from khabar.lexicon.incumbents import in_office, incumbents, office_words
from khabar.lexicon.terms import Holder
from khabar.lexicon.who import load_who
from khabar.text.fold import fold_word

WHO = load_who()


def test_offices_are_filled_in_many_states() -> None:
    assert len(WHO.holders) >= 1_400
    assert len({h.country for h in WHO.holders}) >= 150


def test_terms_are_days_in_order() -> None:
    for holder in WHO.holders:
        for day in (holder.since, holder.until):
            assert day == "" or [len(p) for p in day.split("-")] in ([4], [4, 2], [4, 2, 2]), holder
        assert not holder.until or holder.since[: len(holder.until)] <= holder.until, holder


def test_a_spelling_is_one_person() -> None:
    owners: dict[str, set[str]] = {}
    for holder in WHO.holders:
        for form in (holder.name, *holder.aliases):
            owners.setdefault(fold_word(form), set()).add(holder.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_no_person_holds_one_office_twice_from_the_same_day() -> None:
    terms = Counter((h.name, h.office, h.country, h.since) for h in WHO.holders)
    assert [term for term, n in terms.items() if n > 1] == []


def test_a_month_covers_its_days() -> None:
    holder = Holder("س", (), "الرئيس", "TUN", "GOV", "2015-03", "2016-07")
    assert in_office(holder, "2015-03-01") and in_office(holder, "2016-07-31")
    assert not in_office(holder, "2015-02-28") and not in_office(holder, "2016-08-01")


def test_an_office_is_found_by_its_words() -> None:
    rows = incumbents(WHO.holders)[("GBR", office_words(("رييس", "حكومه")))]
    assert {WHO.holders[row].name for row in rows if in_office(WHO.holders[row], "2015-07-22")} == {"ديفيد كاميرون"}
