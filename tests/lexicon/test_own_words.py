from pathlib import Path

import pytest

import khabar
from khabar.api import load_reader
from khabar.errors import LexiconError
from khabar.lexicon.own_words import own_forms, parse_own

OWN = """
given = ["زكرون"]

[[group]]
names = ["لواء المجد الأزرق", "المجد الأزرق"]
sector = "REB"
country = "SYR"

[[holder]]
name = "زكرون الفلاني"
aliases = ["الفلاني"]
office = "وزير الخارجية"
country = "TUN"
since = "2022-01"
until = "2022-06"

[[outlet]]
names = ["موقع الضحى"]
country = "TUN"
sites = ["adduha.tn"]

[[place]]
names = ["وادي الزهر الكبير"]
country = "TUN"
lat = 36.1
lon = 9

[[group]]
names = ["كتيبة النسر البري"]
"""
TEXT = "قال زكرون الفلاني إن لواء المجد الأزرق هاجم وادي الزهر الكبير، وفق موقع الضحى."


def test_own_words_are_read(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN, "utf-8")
    found = {a.name: (a.kind, a.country, a.sector) for a in khabar.read(TEXT, published="2022-03-01", words=str(file)).actors}
    assert found["زكرون الفلاني"] == ("person", "TUN", "GOV")
    assert found["لواء المجد الأزرق"] == ("group", "SYR", "REB")
    assert found["موقع الضحى"] == ("organization", "TUN", "JRN")
    assert load_reader(str(file)).lexicon.home_of("www.adduha.tn") == ("موقع الضحى", "TUN")


# NOT left behind: the package's own reader stays as it was.
def test_own_words_change_no_other_reading(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN, "utf-8")
    digest = load_reader().lexicon.digest
    assert khabar.read(TEXT, words=str(file)).made_by.lexicon != digest
    assert khabar.read(TEXT).made_by.lexicon == digest
    assert "لواء المجد الأزرق" not in {a.name for a in khabar.read(TEXT).actors}


def test_a_form_of_both_is_what_the_user_says(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text('[[body]]\nnames = ["حركة طالبان"]\ncountry = "NGO"\n', "utf-8")
    (actor,) = khabar.read("أعلنت حركة طالبان الهدنة.", words=str(file)).actors
    assert (actor.kind, actor.country) == ("organization", "NGO")


def test_every_form_is_told() -> None:
    own = parse_own("my.toml", OWN)
    assert {form for form, _ in own_forms(own)} == {
        "لواء المجد الأزرق", "المجد الأزرق", "زكرون الفلاني", "الفلاني", "موقع الضحى", "وادي الزهر الكبير", "كتيبة النسر البري",
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('x = 1\n', "my.toml: x: no such list"),
        ('given = "زكرون"\n', "my.toml: given: a list of words is wanted"),
        ('[group]\nnames = ["س"]\n', "my.toml: group: rows headed [[group]] are wanted"),
        ('\n[[group]]\nnames = ["س"]\n[[group]]\nname = "ع"\n', "my.toml: line 4: group 2: name: no such field"),
        ('[[group]]\nsector = "REB"\n', "my.toml: line 1: group 1: names: is wanted"),
        ('[[group]]\nnames = [""]\n', "my.toml: line 1: group 1: names: a list of words is wanted"),
        ('[[group]]\nnames = ["س"]\nsector = "XX"\n', "my.toml: line 1: group 1: sector: 'XX' is no sector"),
        ('[[body]]\nnames = ["س"]\ncountry = "Tunisia"\n', "my.toml: line 1: body 1: country: 'Tunisia' is no code"),
        ('[[body]]\nnames = ["س"]\nkind = "firm"\n', "my.toml: line 1: body 1: kind: 'firm' is none of"),
        ('[[holder]]\nname = "س"\n', "my.toml: line 1: holder 1: office: is wanted"),
        ('[[holder]]\nname = "س"\noffice = "وزير"\nsince = "2022-13"\n', "my.toml: line 1: holder 1: since: '2022-13' is no day"),
        ('[[place]]\nnames = ["س"]\nlat = 95\n', "my.toml: line 1: place 1: lat: degrees are wanted"),
        ('[[place]]\nnames = ["س"]\ngeonameid = "x"\n', "my.toml: line 1: place 1: geonameid: a number is wanted"),
        ('given = [', "my.toml: "),
    ],
)
def test_what_is_wrong_is_told_in_one_line(text: str, fault: str) -> None:
    with pytest.raises(LexiconError) as told:
        parse_own("my.toml", text)
    assert str(told.value).startswith(fault)
    assert "\n" not in str(told.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml: No such file"):
        load_reader(str(tmp_path / "none.toml"))
    (tmp_path / "latin.toml").write_bytes(b"given = ['\xe9']")
    with pytest.raises(LexiconError, match="not UTF-8"):
        load_reader(str(tmp_path / "latin.toml"))
