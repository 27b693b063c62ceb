from hypothesis import given
from hypothesis import strategies as st

from khabar.api import read
from khabar.model import Article, Event, MadeBy, Quote, Record
from khabar.web.lit import badges, body

TEXT = "ونفى الوزير احتجاز القوارب.\n\nوقال إن السفن غادرت."


def made(spans: list[tuple[int, int]], quotes: list[tuple[int, int]]) -> Record:
    article = Article(id="x", text=TEXT)
    events = tuple(
        Event(id=f"e{n}", event="COERCE", mode=None, actor=(), recipient=(), status="denied", trigger=article.cite(s, s + 1), evidence=article.cite(s, e), quad_code=4, event_scale=-7.0, confidence=0.5, rule="r")
        for n, (s, e) in enumerate(spans, 1)
    )
    said = tuple(Quote(id=f"q{n}", kind="direct", start=s, end=e, text=TEXT[s:e], speaker=None, rule="r") for n, (s, e) in enumerate(quotes, 1))
    return Record(article=article, made_by=MadeBy(khabar="0", lexicon="0"), events=events, quotes=said)


spans = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(sorted).filter(lambda p: p[0] < p[1]).map(tuple), max_size=6)


@given(spans, spans)
def test_the_text_stays_the_text_however_its_lights_cross(events: list[tuple[int, int]], quotes: list[tuple[int, int]]) -> None:
    record = made(events, quotes)
    found = body(record)
    assert "\n\n".join("".join(s.text for s in p.stretches) for p in found) == TEXT
    for event in record.events:
        lit = "".join(s.text for p in found for s in p.stretches if event.id in s.belongs.split() and "ev " in s.kinds + " ")
        assert lit == event.evidence.text.replace("\n", "")
    refs = [ref for p in found for s in p.stretches for ref in s.refs]
    assert len(refs) == len(set(refs))


def test_a_number_stands_behind_the_word_that_an_evidence_ends_in() -> None:
    inside = TEXT.index("قوارب")
    stretches = body(made([(0, inside + 2)], []))[0].stretches
    at = next(n for n, s in enumerate(stretches) if s.refs)
    assert "".join(s.text for s in stretches[: at + 1]).endswith("القوارب")


def test_every_speaker_has_a_badge_of_its_own() -> None:
    record = read("قال وزير الخارجية التركي هاكان فيدان إن «البحر يجمعنا». وقال الرئيس الكيني وليام روتو إن «الوقت حان».")
    found = badges(record)
    assert len({(b.letter, b.shape, b.hollow) for b in found.values()}) == len(found) >= 2


