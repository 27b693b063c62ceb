import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from khabar.web.catalogue import catalogue
from khabar.web.seen import headline, seen, seen_plain, web_address
from khabar.web.shown import Shown
from khabar.web.taste import Taste, taste_of


def shown(**taste: object) -> Shown:
    made = Taste(**taste)  # type: ignore[arg-type]
    return Shown(made, catalogue(made.language).gettext)


@pytest.mark.parametrize(("taste", "value", "words"), [
    ({}, "2026-03-12", "١٢ مارس/ آذار ٢٠٢٦"), ({"months": "egypt", "digits": "latin"}, "2026-03-12", "12 مارس 2026"), ({"months": "levant"}, "2026-03", "آذار ٢٠٢٦"),
    ({"months": "maghreb"}, "2026-08-02", "٢ أوت ٢٠٢٦"), ({"months": "morocco"}, "2026-08-02", "٢ غشت ٢٠٢٦"), ({"language": "en", "digits": "latin"}, "2026-03-12", "12 March 2026"), ({}, "2026", "٢٠٢٦"),
    ({"language": "en", "digits": "latin"}, "199", "the years 1990–1999"), ({"language": "en", "digits": "latin"}, "2024-W37", "the week of 9 September 2024"),
])
def test_days_in_a_readers_words(taste: dict[str, object], value: str, words: str) -> None:
    assert shown(**taste).day(value) == words


def test_the_same_day_in_the_hijri_calendar() -> None:
    assert shown().hijri("2026-03-12") == "٢٣ رمضان ١٤٤٧ هـ"
    assert shown().hijri("1890-01-01") == "" and shown().hijri("2026-03") == ""


@given(st.text(max_size=30))
def test_no_value_of_a_date_breaks_a_page(value: str) -> None:
    assert isinstance(shown().day(value), str)


@given(st.text(max_size=80))
def test_words_of_others_are_words_and_nothing_else(text: str) -> None:
    page = html.fragment_fromstring(f"<p>{seen(text)}</p>")
    assert {each.tag for each in page.iter()} <= {"p", "span"}
    assert not {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\x00"} & {*str(seen(text)), *seen_plain(text)}


def test_unseen_controls_are_marks_and_joiners_stay() -> None:
    assert str(seen("قبل\u202eبعد")) == 'قبل<span class="ctl">⟨U+202E⟩</span>بعد'
    assert str(seen("می\u200cخواهم \u200f")) == "می\u200cخواهم \u200f"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//x.example", "/x", "http:", "https://x.example/\u202e", "http://[", None, ""])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert web_address(url) == ""


def test_an_address_of_the_web_is_a_link() -> None:
    assert web_address("https://news.example/1?a=b") == "https://news.example/1?a=b"


def test_a_long_headline_is_shown_in_part_and_its_length_told() -> None:
    assert headline("قصير") == ("قصير", 0)
    assert headline("ط" * 1000) == ("ط" * 300, 1000)


def test_cookies_that_say_something_else_say_nothing() -> None:
    assert taste_of({"khabar-language": "xx", "khabar-size": "999", "khabar-theme": "dark"}) == Taste(theme="dark")
    assert taste_of({"khabar-language": "en"}).digits == "latin" and taste_of({"khabar-language": "en", "khabar-digits": "arab"}).digits == "arab"
