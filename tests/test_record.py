import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.errors import RecordError, SpanError
from khabar.model import Record
from khabar.model.schema import record_schema
from khabar.sources import articles_in

SAMPLE = Path(__file__).parent / "samples" / "copied_page.txt"
WORDS = st.sampled_from(
    ["قال", "الرئيس", "التركي", "إن", "«", "»", '"', "،", ".", "التقى", "وزير الخارجية", "بوتين", "في", "موسكو", "أمس", "على", "5", "جنود", "قُتل", "\n\n", "وأضاف", "أن", ":", "(", ")"]
)


def sample() -> Record:
    article = next(articles_in(SAMPLE.read_text("utf-8"), "sample", "auto"))
    return next(iter(khabar.read_many([article])))


def spans(value: object) -> list[dict[str, object]]:
    found = []
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            found.append(value)
        for inner in value.values():
            found += spans(inner)
    elif isinstance(value, list):
        for inner in value:
            found += spans(inner)
    return found


def check(record: Record) -> None:
    plain = json.loads(record.to_json())
    text = record.article.text
    for span in spans(plain):
        assert text[span["start"] : span["end"]] == span["text"]
    ids = {a["id"] for a in plain["actors"]}
    for event in plain["events"]:
        assert {*event["actor"], *event["recipient"], *event["source"]} <= ids
    for quote in plain["quotes"]:
        assert {*quote["speakers"], *quote["chain"]} <= ids
    jsonschema.validate(plain, record_schema())
    assert Record.from_json(record.to_json()) == record


def test_sample_says_what_it_says() -> None:
    record = sample()
    check(record)
    names = {a.id: a.name for a in record.actors}
    acts = [(e.event, e.mode, [names[a] for a in e.actor], [names[a] for a in e.recipient], e.status, e.date) for e in record.events]
    assert acts == [
        ("CONSULT", None, ["أيمن الصفدي"], ["أنيكن هويتفيلدت"], "asserted", "2023-03-07"),
        ("COERCE", "restrict", ["الأردن"], ["اللاجئين"], "negated", None),
        ("SUPPORT", None, ["الأردن", "النرويج"], [], "asserted", "2023-02-14"),
        ("AGREE", None, ["النرويج"], ["الأردن"], "planned", "2024"),
        ("ACCUSE", "allege", ["سالم العبابنة"], ["الحكومة الأردنية"], "asserted", None),
        ("PROTEST", "demo", ["المعلمين في إربد"], [], "asserted", "2023-03-06"),
        ("COERCE", "arrest", ["الشرطة"], ["متظاهرين"], "asserted", "2023-03-06"),
    ]
    assert [names[q.speaker or ""] for q in record.quotes] == ["أيمن الصفدي", "أيمن الصفدي", "أنيكن هويتفيلدت", "أنيكن هويتفيلدت", "فيصل الشبول"]


def test_reading_is_a_pure_function() -> None:
    assert sample() == sample()


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_give_a_sound_record(text: str) -> None:
    check(khabar.read(text, published="2024-01-31"))


@given(st.text(max_size=120))
def test_any_text_gives_a_sound_record(text: str) -> None:
    record = khabar.read(text)
    for span in spans(json.loads(record.to_json())):
        assert text[span["start"] : span["end"]] == span["text"]


def test_without_a_day_nothing_is_dated_by_guess() -> None:
    assert khabar.find_dates("التقى الوزيران أمس.") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "line 1"), ("[]", "an object is wanted"), ('{"format": "khabar/1"}', "article: missing"), ('{"format": "other", "article": {"id": "a"}, "made_by": {"khabar": "1", "lexicon": "x"}}', "format")],
)
def test_what_is_no_record_is_told(text: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        Record.from_json(text)


def test_a_span_past_the_text_is_a_broken_program() -> None:
    with pytest.raises(SpanError):
        khabar.Article(id="a", text="نص").cite(0, 3)


def test_public_names_are_sorted_and_there() -> None:
    assert list(khabar.__all__) == sorted(khabar.__all__)
    assert all(hasattr(khabar, name) for name in khabar.__all__)
