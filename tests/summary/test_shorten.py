import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.model import Actor, Article, Event, Quote, SummarySentence
from khabar.summary.shorten import shown
from tests.summary.records import record_of


def sentence(text: str) -> tuple[Article, SummarySentence]:
    article = Article(id="a", text=text)
    return article, SummarySentence(start=0, end=len(text), text=text, shown=text, parts=(article.cite(0, len(text)),))


def shortened(text: str, events: tuple[Event, ...] = ()) -> SummarySentence:
    article, one = sentence(text)
    return shown((one,), article, events, (), {})[0]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("دمشق - أ ف ب - وصل وفد الأمم المتحدة إلى المدينة صباح أمس.", "وصل وفد الأمم المتحدة إلى المدينة صباح أمس."),
        ("وصل وفد الأمم المتحدة إلى المدينة صباح أمس، بحسب وكالة رويترز.", "وصل وفد الأمم المتحدة إلى المدينة صباح أمس […]."),
        ("قصف الجيش مواقع تنظيم الدولة (داعش) في الريف الشرقي، ثم انسحب.", "قصف الجيش مواقع تنظيم الدولة […] في الريف الشرقي، ثم انسحب."),
        ("من جهة أخرى، وصل وفد الأمم المتحدة إلى المدينة صباح أمس.", "وصل وفد الأمم المتحدة إلى المدينة صباح أمس."),
        # NOT cut: a number in brackets, what is needed behind لمدة, a tail that is most of the sentence, quoted words behind وفق
        ("قتل عشرات في القصف (22 قتيلا) على البلدة صباح أمس.", "قتل عشرات في القصف (22 قتيلا) على البلدة صباح أمس."),
        ("تتوقف المعارك في المدينة كلها لمدة (خمسة) أيام متواصلة.", "تتوقف المعارك في المدينة كلها لمدة (خمسة) أيام متواصلة."),
        ("وصل الوفد، بحسب وكالة الأنباء الرسمية في البلاد.", "وصل الوفد، بحسب وكالة الأنباء الرسمية في البلاد."),
        ("وصل وفد الأمم المتحدة إلى المدينة صباح أمس.", "وصل وفد الأمم المتحدة إلى المدينة صباح أمس."),
    ],
)
def test_what_is_safe_to_leave_out(text: str, short: str) -> None:
    assert shortened(text).shown == short


def test_who_alleges_is_never_left_out() -> None:
    text = "قصفت إسرائيل مستشفى في جنوب لبنان صباح أمس، بحسب حزب الله."
    record = record_of(text, "ASSAULT - alleged verb:قصف قصفت | country/ISR/state/إسرائيل | country/LBN/state/لبنان")
    assert shortened(text, record.events).shown == text


def test_a_sentence_that_leans_back_names_its_speaker_in_brackets() -> None:
    article, one = sentence("وأضاف أن المحادثات ستتواصل الأسبوع المقبل في جنيف.")
    speaker = Actor(id="a1", key="person:x", name="سالم الفلاني", kind="person", rule="office_name", mentions=())
    quote = Quote(id="q1", kind="indirect", start=9, end=48, text=article.text[9:48], speaker="a1", speakers=("a1",), cue=article.cite(0, 5), rule="r")
    assert shown((one,), article, (), (quote,), {"a1": speaker})[0].shown == "وأضاف [سالم الفلاني] أن المحادثات ستتواصل الأسبوع المقبل في جنيف."
    named = dataclasses.replace(speaker, mentions=(article.cite(6, 8),))
    assert shown((one,), article, (), (quote,), {"a1": named})[0].shown == one.text


@given(st.lists(st.sampled_from(["(شرق)", "(", ")", "،", ".", "بحسب", "رويترز", "-", "وصل الوفد إلى دمشق صباح أمس", "من جهته،", " ", "\n"]), min_size=1, max_size=12).map(" ".join))
def test_parts_are_stretches_of_the_sentence_in_order(text: str) -> None:
    record = khabar.read(text)
    for one in record.summary:
        assert all(record.article.text[p.start : p.end] == p.text and one.start <= p.start and p.end <= one.end for p in one.parts)
        assert list(one.parts) == sorted(one.parts) and one.shown
