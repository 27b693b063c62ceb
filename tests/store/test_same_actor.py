import pytest

from khabar.store.same_actor import skeleton


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("سيرغي شويغو", "سيرجي شويجو", "RUS"), ("بنيامين نتنياهو", "بنيامين نتانياهو", "ISR"), ("أنطونيو غوتيريش", "انطونيو جوتيريش", "PRT"),
        ("عبد الله الثاني", "عبدالله الثاني", "JOR"), ("محمد بن سالم", "محمد سالم", "OMN"), ("هيلاري كلينتون", "هيلاري كلنتون", "USA"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str, country: str) -> None:
    assert skeleton(one, country) == skeleton(other, country) is not None


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("محمد سالم", "محمد سليم", "EGY"), ("علي جاسم", "علي قاسم", "IRQ"), ("محمد سالم", "محمود سالم", None), ("جون كيري", "جون كيلي", "USA"),
        ("فاطمة حسن", "فاطمة حسين", "SDN"), ("ديفيد كاميرون", "ديفيد ميليباند", "GBR"),
    ],
)
def test_not_two_names(one: str, other: str, country: str | None) -> None:
    assert skeleton(one, country) != skeleton(other, country)


def test_half_a_name_is_no_name() -> None:
    assert skeleton("شويغو", "RUS") is None and skeleton("بن لادن", "SAU") is None
