"""Traces: every event of every article here has the frame that the reading says fired, and those that did not fit say why."""

from pathlib import Path

import pytest

from khabar.api import load_reader
from khabar.errors import QueryError
from khabar.model import Article, Event
from khabar.reading import read_article
from khabar.report.why import why_report
from khabar.text.stretches import LONGEST
from khabar.trace import Telling, Trace, why

SAMPLE = (Path(__file__).parent / "samples" / "copied_page.txt").read_text("utf-8")
VERB = "استقبل الرئيس الفنلندي ساولي نينيستو وزير الخارجية الإستوني في هلسنكي يوم 3 مارس 2021."
NOUN = "قُتل جنديان في هجوم لحركة الشباب على قاعدة عسكرية في الصومال."
LIGHT = "أجرى وزير الخارجية التركي محادثات مع نظيره الإيراني في طهران."
DENIED = "نفت وزارة الدفاع الروسية أن تكون قواتها قصفت مدينة خاركيف."
REPORTED = "قال وزير الخارجية الأوكراني إن القوات الروسية قصفت ميناء أوديسا."
NEGATED = "لم تستقبل وزيرة الخارجية السويدية السفير الإيراني."
TWICE = "قُتل ثلاثة جنود وأصيب أربعة في هجوم لحركة الشباب على ثكنة في مقديشو."


def article(text: str) -> Article:
    return Article(id="a", title="", outlet=None, published="2021-03-05", published_basis=None, text=text)


def first(text: str) -> Trace:
    return why(article(text), load_reader(), "e1")


def events(text: str) -> tuple[Event, ...]:
    return read_article(article(text), load_reader()).events


def fired(telling: Telling) -> list[str]:
    return [t.rule for t in telling.tries if t.outcome == "fired"]


def test_a_verb_frame() -> None:
    trace = first(VERB)
    here = trace.tellings[0]
    assert fired(here) == [trace.event.rule] and here.around.verb == "استقبل" and here.around.person == "3ms" and not here.around.light
    slots = {s.place: s for s in here.around.slots}
    assert "الفنلندي" in slots["subject"].words and "الإستوني" in slots["bare"].words and slots["في"].words == "هلسنكي"
    assert any("FIN" in a for a in slots["subject"].actors)
    assert here.sentence == VERB and trace.date_words == ("3 مارس 2021",) and trace.place_words == "هلسنكي"


def test_a_frame_that_does_not_fit_says_which_condition_failed() -> None:
    tries = first("قدّم الوزير اللبناني استقالته يوم الثلاثاء.").tellings[0].tries
    missed = [t for t in tries if t.outcome == "not met"]
    assert any(t.missing == "object" and any(a.startswith("object: ") for a in t.asks) for t in missed)
    assert all(bool(t.missing) == (t.outcome == "not met") for t in tries)
    assert [t.mode for t in tries if t.outcome == "fired"] == ["resign"]
    tries = first("وصل وزير الدفاع الإيطالي إلى طرابلس.").tellings[0].tries
    assert any(t.missing == "with في" for t in tries) and [t.mode for t in tries if t.outcome == "fired"] == ["visit"]


def test_a_noun_frame() -> None:
    trace = next(t for e in events(NOUN) for t in [why(article(NOUN), load_reader(), e.id)] if any(x.trigger == "هجوم" for x in t.tellings))
    here = next(t for t in trace.tellings if t.trigger == "هجوم")
    assert fired(here) == [here.rule] and here.around.verb == ""
    assert any("الشباب" in actor for slot in here.around.slots for actor in slot.actors)


def test_a_light_verb() -> None:
    here = first(LIGHT).tellings[0]
    assert here.around.light == "اجري" and here.trigger == "محادثات" and here.rule == f"{fired(here)[0]}:light:اجري"


def test_what_is_told_twice_lists_both_tellings() -> None:
    trace = first(TWICE)
    assert len(trace.tellings) == 1 + len(trace.event.mentions) > 1
    assert all(fired(t) for t in trace.tellings)


def test_a_denial() -> None:
    vouched = next(why(article(DENIED), load_reader(), e.id) for e in events(DENIED) if e.status == "denied").vouched
    assert (vouched.basis, vouched.doubt, vouched.doubt_words) == ("doubt", "denied", "نفت")


def test_a_negation_rests_on_its_own_word() -> None:
    vouched = first(NEGATED).vouched
    assert (vouched.status, vouched.basis, vouched.doubt_words) == ("negated", "doubt", "لم")


def test_a_report() -> None:
    trace = first(REPORTED)
    assert trace.event.status == "alleged" and trace.vouched.basis == "who tells it"
    assert trace.vouched.cue == "قال" and "UKR" in trace.vouched.sources[0]


def test_not_doubted_where_the_article_itself_tells_it() -> None:
    vouched = first(VERB).vouched
    assert vouched.basis == "the article itself, undoubted" and not (vouched.doubt or vouched.stance or vouched.cue or vouched.sources)


def test_not_a_date_or_place_where_none_is_told() -> None:
    trace = first(NEGATED)
    assert trace.date_words == () and trace.place_words == ""
    assert "date                  none told" in why_report(trace)


@pytest.mark.parametrize(("text", "message"), [(VERB, "a: no event 'e2': it has e1 alone"), ("الطقس جميل.", "a: no event 'e2': it has no events")])
def test_no_such_event_names_those_there_are(text: str, message: str) -> None:
    with pytest.raises(QueryError) as fault:
        why(article(text), load_reader(), "e2")
    assert str(fault.value) == message


@pytest.mark.parametrize("text", [SAMPLE, VERB, NOUN, LIGHT, DENIED, REPORTED, NEGATED, TWICE])
def test_every_event_is_traced_to_one_frame_that_fired(text: str) -> None:
    for event in events(text):
        trace = why(article(text), load_reader(), event.id)
        assert trace.event == event and trace.tellings[0].rule == event.rule and trace.vouched.status == event.status
        assert len(trace.tellings) == 1 + len(event.mentions)
        assert all(len(fired(t)) == 1 and t.rule.startswith(fired(t)[0]) for t in trace.tellings)


def test_an_event_of_a_later_stretch() -> None:
    long = "\n\n".join((LIGHT, "كلام عن الطقس والمطر. " * (LONGEST // 22 + 1), VERB))
    trace = why(article(long), load_reader(), "e2")
    assert trace.event.trigger.text == "استقبل" and trace.tellings[0].trigger == "استقبل"
