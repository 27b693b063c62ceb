import pytest

from khabar.model import Actor
from khabar.summary.arabic import behind, day, is_feminine, load_genders, nominative, oblique, perfect
from khabar.summary.english import counted, load_english_names, named
from khabar.summary.english import day as english_day
from khabar.summary.in_english import present
from khabar.summary.romanise import load_romaniser

NAMES = load_english_names()
GENDERS = load_genders()


def actor(name: str, kind: str = "person", rule: str = "office", country: str | None = None, key: str = "", role: str | None = None) -> Actor:
    return Actor(id="a1", key=key or f"{kind}:{name}", name=name, kind=kind, country=country, rule=rule, role=role, mentions=())


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد الفلاني", "Mohammed al-Falani"),
        ("عبد الله الشمري", "Abdullah al-Shammari"),
        ("عبد البديع الكوني", "Abdul Badi al-Kouni"),
        ("نور الدين بن خليفة", "Nour al-Din bin Khalifa"),
        ("أبو زكريا", "Abu Zakaria"),
        ("سوماروجا", "Soumarouja"),
        ("يحيى", "Yahya"),
        ("مُنَى", "Mona"),
        ("القُرَشيّ", "Al-Qurashi"),
    ],
)
def test_names_are_romanised_as_newspapers_write_them(name: str, latin: str) -> None:
    assert load_romaniser().name(name) == latin


@pytest.mark.parametrize(
    ("given", "english"),
    [
        (actor("روسيا", "country", "state", "RUS"), "Russia"),
        (actor("موسكو", "country", "capital", "RUS"), "Moscow"),
        (actor("الولايات المتحدة", "country", "state", "USA"), "the United States"),
        (actor("السلطة الفلسطينية", "country", "state", "PSE"), "the Palestinian Authority"),
        (actor("سيرغي شويغو", rule="known_name"), "Sergei Shoigu (سيرغي شويغو)"),
        (actor("تنظيم «داعش»", "group", "group"), "Islamic State (تنظيم «داعش»)"),
        (actor("وزير الخارجية الروسي"), "the Russian foreign minister"),
        (actor("وزير دفاع إيطاليا"), "the defence minister of Italy"),
        (actor("مسؤولين أميركيين سابقين"), "former US officials"),
        (actor("مصدر عسكري", "group", "collective"), "a military source"),
        (actor("القوات العراقية", "group", "collective"), "the Iraqi forces"),
        (actor("المتحدث باسم الجيش الليبي"), "the spokesman for the Libyan army"),
        (actor("الفلسطينيين", "group", "nisba", "PSE"), "the Palestinians"),
        (actor("نقابة المخترعين الجوالين", "organization", "institution"), ""),
    ],
)
def test_parties_in_english(given: Actor, english: str) -> None:
    assert named(given, NAMES) == english


def test_a_son_is_not_his_father() -> None:
    assert named(actor("أحمد علي عبد الله صالح", rule="office_name"), NAMES).startswith("Ahmed Ali Abdullah Saleh (")


@pytest.mark.parametrize(
    ("number", "name", "english"),
    [("29", "حوثيا", "29 Houthis"), ("نحو 20", "شخصا", "about 20 people"), ("ما لا يقل عن 7", "جنود أتراك", "at least 7 Turkish soldiers"), ("ثمانية", "زقازق", "")],
)
def test_numbers_in_english(number: str, name: str, english: str) -> None:
    assert counted(actor(name, "group", "collective"), number, NAMES) == english


@pytest.mark.parametrize(
    ("name", "kind", "feminine"),
    [
        ("مصر", "country", True), ("العراق", "country", False), ("كوريا الشمالية", "country", True), ("الشرطة", "organization", True), ("الجيش", "organization", False),
        ("القوات المسلحة", "group", True), ("حماس", "group", True), ("المتظاهرون", "group", False), ("كتائب القسام", "group", True), ("أنجيلا ميركل", "person", True),
        ("خليفة حفتر", "person", False),
    ],
)
def test_who_takes_a_feminine_verb(name: str, kind: str, feminine: bool) -> None:
    assert is_feminine(actor(name, kind, "x"), GENDERS) is feminine


def test_an_office_tells_a_woman() -> None:
    assert is_feminine(actor("نهى الفلاني", role="وزيرة الثقافة"), GENDERS) and not is_feminine(actor("بوريس جونسون", role="نظيره البريطاني"), GENDERS)


@pytest.mark.parametrize(
    ("as_object", "as_subject"),
    [("متظاهرين سوريين", "متظاهرون سوريون"), ("المستوطنين", "المستوطنون"), ("الفلسطينيين", "الفلسطينيون"), ("فلسطين", "فلسطين"), ("ياسين", "ياسين"), ("شبان فلسطينيين", "شبان فلسطينيون"), ("مسؤولين في كابل", "مسؤولون في كابل")],
)
def test_men_in_the_plural_have_a_case(as_object: str, as_subject: str) -> None:
    assert nominative(as_object, GENDERS) == as_subject
    assert oblique(as_subject, GENDERS) == as_object


def test_verbs_and_prepositions() -> None:
    assert [perfect(v, True) for v in ("التقى", "دعا", "أدان", "أُفرج عن")] == ["التقت", "دعت", "أدانت", "أُفرجت عن"]
    assert [behind("ل", "العراق"), behind("ب", "الاتفاق"), behind("مع", "مصر")] == ["للعراق", "بالاتفاق", "مع مصر"]
    assert [present(b, False) for b in ("carry out", "reach", "be killed", "visit", "deploy")] == ["carries out", "reaches", "is killed", "visits", "deploys"]
    assert present("be killed", True) == "are killed" and present("visit", True) == "visit"


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2024-09-13", "في 13 سبتمبر/أيلول 2024", "on 13 September 2024"), ("2024-01", "في يناير/كانون الثاني 2024", "in January 2024"), ("1999", "عام 1999", "in 1999"),
        ("199", "", ""), ("2024-W37", "", ""),
    ],
)
def test_days(value: str, arabic: str, english: str) -> None:
    assert (day(value), english_day(value)) == (arabic, english)
