from collections import Counter

import pytest

from khabar.lexicon.files import strings, toml_table
from khabar.lexicon.nisba import inflect_nisba
from khabar.text.fold import fold_word

STATES = toml_table("states.toml")
FIELDS = {"code", "names", "adjectives", "people", "capitals", "metonyms", "local_names", "ambiguous"}


def state_of(form: str, *fields: str) -> set[str]:
    return {
        row.get("code", key)
        for key, row in STATES.items()
        for field in fields
        if fold_word(form) in {fold_word(f) for f in strings("states.toml", row, field)}
    }


def test_every_row_is_a_state_with_a_name() -> None:
    for key, row in STATES.items():
        assert len(key) == 3
        assert key.isupper()
        assert row["names"]
        assert set(row) <= FIELDS


def test_all_members_of_the_united_nations_are_there() -> None:
    assert len(STATES) >= 250
    assert {"PSE", "KOS", "TWN", "HKG", "VAT", "SSD", "SUN", "YUG"} <= set(STATES)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("الولايات المتحدة الأميركية", "USA"),
        ("أمريكا", "USA"),
        ("المملكة المتحدة", "GBR"),
        ("إنكلترا", "GBR"),
        ("اسكتلندا", "GBR"),
        ("كوت ديفوار", "CIV"),
        ("السلطة الفلسطينية", "PSE"),
        ("البوسنة والهرسك", "BIH"),
        ("الكونغو الديمقراطية", "COD"),
        ("الاتحاد السوفياتي", "SUN"),
    ],
)
def test_names(form: str, code: str) -> None:
    assert state_of(form, "names") == {code}


@pytest.mark.parametrize(("form", "code"), [("الكرملين", "RUS"), ("البيت الأبيض", "USA"), ("قصر بعبدا", "LBN"), ("الإليزيه", "FRA")])
def test_palaces(form: str, code: str) -> None:
    assert state_of(form, "metonyms") == {code}


def test_one_name_one_state() -> None:
    owners: dict[str, set[str]] = {}
    for key, row in STATES.items():
        for field in ("names", "capitals", "metonyms"):
            for form in strings("states.toml", row, field):
                owners.setdefault(fold_word(form), set()).add(row.get("code", key))
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


def test_one_nationality_one_state() -> None:
    owners = Counter(
        (form, row.get("code", key))
        for key, row in STATES.items()
        for base in strings("states.toml", row, "adjectives")
        for form in {f.form for f in inflect_nisba(base)}
    )
    assert max(Counter(form for form, _ in owners).values()) == 1


def test_no_form_twice_in_a_field() -> None:
    for key, row in STATES.items():
        for field in FIELDS - {"code", "ambiguous"}:
            forms = [fold_word(f) for f in strings("states.toml", row, field)]
            assert len(forms) == len(set(forms)), (key, field)


# NOT names of states without more: the word of finance, the prefix of a newspaper.
@pytest.mark.parametrize(("form", "key"), [("مالي", "MLI"), ("طرابلس", "LBY"), ("ديلي", "TLS")])
def test_doubtful_forms_are_told(form: str, key: str) -> None:
    assert form in STATES[key]["ambiguous"]
