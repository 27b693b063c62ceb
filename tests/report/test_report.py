import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import khabar
from khabar.report.html import html_report
from khabar.report.marks import Lit, paragraphs, pieces
from khabar.report.text import Terminal, text_report
from khabar.sources import articles_in

SAMPLE = (Path(__file__).parent.parent / "samples" / "copied_page.txt").read_text("utf-8")


def test_every_event_and_quote_is_one_step_from_its_words() -> None:
    record = next(iter(khabar.read_many(articles_in(SAMPLE, "s", "auto"))))
    page = html_report([record])
    for each in (*record.events, *record.quotes):
        assert f'id="r1n-{each.id}"' in page and f'href="#r1w-{each.id}"' in page and f'id="r1w-{each.id}"' in page and f'href="#r1n-{each.id}"' in page
    assert 'dir="rtl"' in page and "http://" not in page and "https://" not in page and "<script" not in page


def test_the_article_is_shown_whole() -> None:
    record = next(iter(khabar.read_many(articles_in(SAMPLE, "s", "auto"))))
    page = html_report([record])
    body = page[page.index('<div class="body">') : page.index('<aside')]
    shown = re.sub(r'<a class="ref.*?</a>|<[^>]+>', "", body)
    assert "".join(record.article.text.split()) in "".join(shown.replace("&#34;", '"').replace("&zwnj;", "").split())


def test_hostile_words_do_nothing() -> None:
    record = khabar.read('قال "<script>alert(1)</script>" إن \u202eالنص\u202c.', title="<img src=x onerror=alert(1)>", outlet="</title><script>")
    page = html_report([record])
    assert "<script" not in page and "<img" not in page and "\u202e" not in page and "U+202E" in page


def test_marks_add_no_space_inside_words() -> None:
    css = (Path(khabar.__file__).parent / "report" / "report.css").read_text("utf-8")
    for rule in re.findall(r"mark[^{]*\{([^}]*)\}", css):
        assert not re.search(r"padding|margin|display|border|font", rule)


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=8))
def test_pieces_are_the_text(lights: list[tuple[int, int]]) -> None:
    text = "كان الوفد في المدينة صباح الأحد"
    lit = [Lit(start, min(start + length, len(text)), "event", f"e{n}") for n, (start, length) in enumerate(lights)]
    assert "".join(p.text for p in pieces(text, 0, len(text), lit)) == text


def test_paragraphs_stand_where_they_stand() -> None:
    text = "أول\n\nثان\n\n\n\nثالث"
    assert [text[a:b] for a, b in paragraphs(text)] == ["أول", "ثان", "ثالث"]


def test_terminal_report_without_colours_has_no_escapes() -> None:
    record = khabar.read("أدانت ألمانيا الهجوم على السفارة.", published="2023-01-01")
    shown = text_report(record, Terminal(110, colours=False))
    assert "\x1b" not in shown and "ACCUSE" in shown and "ألمانيا" in shown


def test_what_steers_a_terminal_is_shown_not_done() -> None:
    record = khabar.read("أدانت ألمانيا \x1b[31mالهجوم\x1b[0m على \u202eالسفارة\u202c.", title="عنوان\x1b]0;x\x07", published="2023-01-01")
    shown = text_report(record, Terminal(80, colours=False))
    assert "\x1b" not in shown and "\x07" not in shown and "\u202e" not in shown and "U+001B" in shown


def test_arabic_stands_in_the_last_column() -> None:
    record = next(iter(khabar.read_many(articles_in(SAMPLE, "s", "auto"))))
    shown = text_report(record, Terminal(100, colours=False))
    arabic = re.compile("[\u0600-\u06ff]")
    table = shown[shown.index("Events") :]
    for line in table.splitlines():
        found = arabic.search(line)
        assert found is None or not re.search(r" {2}[A-Za-z]", line[found.start() :])
    assert max(map(cell_len, table.splitlines())) <= 100


def test_colours_where_the_terminal_has_them() -> None:
    record = khabar.read("أدانت ألمانيا الهجوم على السفارة.", published="2023-01-01")
    assert "\x1b[" in text_report(record, Terminal(80, colours=True))
