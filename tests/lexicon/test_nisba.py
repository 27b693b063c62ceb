from khabar.lexicon.nisba import inflect_nisba, inflect_regular, inflect_weak, tanwin


def told(forms: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    return {form: gender + number for form, gender, number in forms}


def test_one_word() -> None:
    assert told(inflect_nisba("روسي")) == {
        "روسي": "ms",
        "روسيه": "fs",
        "روسيون": "mp",
        "روسيين": "mp",
        "روسيات": "fp",
        "روسيان": "md",
        "روسيتان": "fd",
        "روسيتين": "fd",
        "روسيا": "ms",
    }


def test_the_accusative_is_last_for_it_may_be_a_state() -> None:
    assert inflect_nisba("ألماني")[-1].form == tanwin("ألماني") == "المانيا"


def test_two_words_with_and_without_article() -> None:
    forms = told(inflect_nisba("كوري جنوبي"))
    assert forms["كوري جنوبي"] == forms["كوري الجنوبي"] == "ms"
    assert forms["كوريه الجنوبيه"] == "fs"
    assert forms["كوريين الجنوبيين"] == "mp"


def test_a_word_that_is_no_nisba_stays() -> None:
    forms = told(inflect_nisba("جنوب أفريقي"))
    assert forms["جنوب افريقيه"] == "fs"
    assert "جنوبه افريقيه" not in forms


def test_regular_nouns() -> None:
    assert told(inflect_regular("مسؤول"))["مسوولين"] == "mp"
    assert told(inflect_regular("مسؤول"))["مسوولا"] == "ms"
    assert told(inflect_regular("طائرة")) == {"طايره": "fs", "طايرات": "fp", "طايرتان": "fd", "طايرتين": "fd"}


def test_weak_participles() -> None:
    forms = told(inflect_weak("ملتقي"))
    assert forms["ملتق"] == "ms"
    assert forms["ملتقين"] == "mp"
    assert forms["ملتقيه"] == "fs"
    assert "ملتقيون" not in forms
