"""One article in the form of a copied page, from the file to what its record must tell."""

from pathlib import Path

import pytest

import khabar
from khabar.model import Event, Record
from khabar.sources import articles_in

PAGE = (Path(__file__).parent / "samples" / "visit_page.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def record() -> Record:
    return next(iter(khabar.read_many(articles_in(PAGE, "visit_page.txt", "auto"))))


def events(record: Record, kind: str) -> list[Event]:
    return [event for event in record.events if event.event == kind]


def who(record: Record, ids: tuple[str, ...]) -> set[tuple[str, str | None, str | None]]:
    return {(actor.name, actor.country, actor.sector) for actor in record.actors if actor.id in ids}


def states(record: Record, *ids: str) -> set[str | None]:
    return {actor.country for actor in record.actors if actor.id in ids}


def test_the_page_falls_into_its_fields(record: Record) -> None:
    article = record.article
    assert article.title == 'لقاء تركي أوزبكي جديد لـ"توسيع الشراكة الدفاعية"'
    assert (article.published, article.published_basis) == ("2023-10-17", "page")
    assert (article.image_caption, article.image_credit) == ("من لقاء آقصوي ورحيموف في طشقند، 5 يوليو 2023", "الأناضول")
    assert article.agencies == ("رويترز", "صدى الأناضول") and len(article.abstract) == 2
    assert article.text.startswith("أعلنت السلطات التركية") and article.text.endswith("من معدات\".")
    assert all(furniture not in article.text for furniture in ("الخط", "الملخص", "رويترز", "(الأناضول)", "17 أكتوبر"))


def test_the_meeting_with_its_day_place_and_source(record: Record) -> None:
    [meeting] = [e for e in events(record, "CONSULT") if e.mode is None]
    assert who(record, meeting.actor) == {("كمال يلماز", "TUR", "GOV")} and who(record, meeting.recipient) == {("محمود رحيموف", "UZB", "GOV")}
    assert (meeting.date, meeting.status) == ("2023-10-17", "asserted")
    assert meeting.place is not None and (meeting.place.text, meeting.place.country) == ("طشقند", "UZB")
    assert who(record, meeting.source) == {("السلطات التركية", "TUR", "GOV")}


def test_the_agreement_of_july(record: Record) -> None:
    assert any(states(record, *e.actor, *e.recipient) == {"UZB", "TUR"} and (e.date or "").startswith("2023-07") for e in (*events(record, "AGREE"), *events(record, "SUPPORT")))


def test_the_visit_of_the_president(record: Record) -> None:
    [visit] = [e for e in events(record, "CONSULT") if e.mode == "visit"]
    assert who(record, visit.actor) == {("جمال آقصوي", "TUR", "GOV")} and states(record, *visit.recipient) == {"UZB"}


def test_who_is_accused_of_what_is_alleged(record: Record) -> None:
    [charge] = events(record, "ACCUSE")
    assert states(record, *charge.actor) == {"GRC"} and states(record, *charge.recipient) == {"UZB"} and charge.status == "asserted"
    [delivery] = [e for e in events(record, "AID") if states(record, *e.recipient) == {"TUR"}]
    assert delivery.status == "alleged" and states(record, *delivery.source) == {"GRC"}


def test_quotes_with_their_speakers_named_in_full(record: Record) -> None:
    names = {actor.id: actor.name for actor in record.actors}
    direct = [(quote.text, [names[s] for s in quote.speakers]) for quote in record.quotes if quote.kind == "direct"]
    assert ("المحادثات في طشقند جرت في أجواء من الثقة والصراحة", ["وزارة الدفاع التركية"]) in direct
    said = [text for text, speakers in direct if speakers == ["مراد أوزدمير"]]
    assert [text.split()[0] for text in said] == ["من", "تركيا", "على"]


def test_every_date_of_the_body(record: Record) -> None:
    assert [(d.text, d.value) for d in record.dates] == [
        ("اليوم الثلاثاء", "2023-10-17"), ("يوليو/ تموز", "2023-07"), ("الثالث من مايو/أيار الماضي", "2023-05-03"),
        ("أغسطس/آب الماضي", "2023-08"), ("عام 2016", "2016"), ("5 يوليو/ تموز الماضي", "2023-07-05"),
    ]
