"""The pages in a browser: by keyboard alone, at both widths, in both languages, in light and dark."""

import io
import wave
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import ARTICLES, SIGHTS, TOKEN, Eye, Reader, Sight, look

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
PAGES = {
    "front": "/", "search": "/search?q=" + quote("عدن"), "timeline": "/timeline", "network": "/network", "map": "/map", "quotes": "/quotes", "actors": "/actors",
    "compare": f"/compare?one={quote('القنديل')}&other={quote('بريد الساحل')}", "settings": "/settings", "article": "/articles/talks#e1", "told": "/nowhere",
    "actor": "/actors/" + quote("country:TUR", safe=":"), "hostile": "/articles/hostile", "story": "/stories/1",
}


@pytest.fixture(params=SIGHTS, ids=lambda sight: sight.name)
def eye(request: pytest.FixtureRequest, chromium: Browser, reader: Reader) -> Iterator[Eye]:
    yield from look(chromium, reader, request.param)


@pytest.fixture(params=SIGHTS, ids=lambda sight: sight.name)
def writing_eye(request: pytest.FixtureRequest, chromium: Browser, written_reader: Reader) -> Iterator[Eye]:
    yield from look(chromium, written_reader, request.param)


@pytest.fixture
def one_eye(chromium: Browser, reader: Reader) -> Iterator[Eye]:
    yield from look(chromium, reader, SIGHTS[4])


def test_every_page_is_fit_for_everybody(eye: Eye, request: pytest.FixtureRequest) -> None:
    faults = {}
    for name, path in PAGES.items():
        page = eye.open(path)
        found = page.evaluate(AXE + "; axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html + ' ' + v.nodes[0].failureSummary))")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if found or wide > 0:
            faults[name] = (wide, found)
        eye.keep(f"{name}-{request.node.callspec.id}")
    assert faults == {} and eye.wrong == []


def test_a_reader_walks_by_keyboard_alone(eye: Eye) -> None:
    page = eye.open("/")
    page.keyboard.press("/")
    page.keyboard.insert_text("فيدان")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    reach(eye, "a[href='/articles/talks']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/talks*")
    page.keyboard.press("s")
    expect(page.locator("#brief")).to_be_hidden()
    reach(eye, "#brief-button")
    page.keyboard.press("Space")
    expect(page.locator("#brief")).to_be_visible()
    expect(page.locator("#brief-button")).to_have_attribute("aria-expanded", "true")
    reach(eye, ".sizes input")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    reach(eye, "#e1 .no")
    page.keyboard.press("Enter")
    assert page.url.endswith("#w1") and page.locator(".text .ev.on").count() > 0 and page.locator("#e1.on").count() == 1
    page.locator("sup.ref a[href='#e1']").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#e1")
    assert eye.wrong == []


def reach(eye: Eye, selector: str, most: int = 400) -> None:
    """Presses Tab until `selector` has the focus."""
    for _ in range(most):
        eye.page.keyboard.press("Tab")
        if eye.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


def test_the_largest_text_needs_no_sideways_scroll(chromium: Browser, reader: Reader) -> None:
    for eye in look(chromium, reader, SIGHTS[2]):
        eye.page.context.add_cookies([{"name": "khabar-size", "value": "200", "url": reader.address}])
        wide = {}
        for name, path in PAGES.items():
            page = eye.open(path)
            wide[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert {name: over for name, over in wide.items() if over > 0} == {}


def test_a_story_its_timeline_and_its_table(eye: Eye) -> None:
    page = eye.open("/timeline")
    assert page.locator(".bars").bounding_box()["height"] < 200
    reach(eye, "a[href='/stories/1']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/1")
    reach(eye, ".colophon a[href='/stories/1.csv']")
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert Path(got.value.path()).read_text("utf-8-sig").count("\n") == 4
    assert eye.wrong == []


def test_an_article_is_pasted_and_read_by_keyboard(writing_eye: Eye, request: pytest.FixtureRequest) -> None:
    page = writing_eye.open(f"/?token={TOKEN}")
    assert "token" not in page.url
    reach(writing_eye, "#paste-text")
    page.keyboard.insert_text("التقى رئيس الوزراء الماليزي أنور إبراهيم الرئيس السنغالي باسيرو فاي في دكار أمس الاثنين.\n\n" + request.node.callspec.id)
    reach(writing_eye, "#drop button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/*")
    expect(page.locator("article.text")).to_contain_text("باسيرو فاي")
    assert page.locator(".text .ev").count() > 0 and writing_eye.wrong == []


def test_the_summary_is_heard_and_the_sentence_lit(eye: Eye) -> None:
    page = eye.open("/articles/talks")
    listen = page.locator("#listen")
    if listen.is_disabled():
        pytest.skip("ESPEAK-NG IS NOT INSTALLED: the voice of the reader is not tried")
    reach(eye, "#listen")
    with page.expect_response("**/summary.cues.json"):
        page.keyboard.press("Enter")
    page.wait_for_selector("#sound", state="attached")
    length = page.evaluate("() => new Promise((tell) => { const s = document.getElementById('sound'); s.duration > 0 ? tell(s.duration) : s.addEventListener('loadedmetadata', () => tell(s.duration)); })")
    answer = page.request.get(eye.reader.address + "/articles/talks/summary.wav")
    with wave.open(io.BytesIO(answer.body())) as sound:
        assert length == pytest.approx(sound.getnframes() / sound.getframerate(), abs=0.05)
    cues = page.request.get(eye.reader.address + "/articles/talks/summary.cues.json").json()
    assert cues["seconds"] == pytest.approx(length, abs=0.05) and len(cues["cues"]) == page.locator("#brief .said li").count()
    lit = page.evaluate("""() => {
        const sound = document.getElementById('sound');
        sound.currentTime = 0.3;
        sound.dispatchEvent(new Event('timeupdate'));
        return [...document.querySelectorAll('#brief .said li')].map((line) => line.className);
    }""")
    assert lit[0] == "speaking" and set(lit[1:]) <= {""}
    page.keyboard.press("Enter")
    expect(listen).to_have_attribute("aria-pressed", "false")
    assert page.locator(".speaking").count() == 0 and eye.wrong == []


def test_a_button_without_a_voice_says_why(chromium: Browser, client: object) -> None:
    reader = Reader(str(client.base_url).rstrip("/"), Path())  # type: ignore[attr-defined]
    for eye in look(chromium, reader, Sight(1440, "en", "light")):
        page = eye.open("/articles/talks")
        expect(page.locator("#listen")).to_be_disabled()
        expect(page.locator("#voice")).to_contain_text("espeak-ng is not installed")


def test_lit_words_are_as_wide_as_unlit_ones(one_eye: Eye) -> None:
    page = one_eye.open("/articles/talks")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    widths = page.evaluate("""() => [...document.querySelectorAll('.text p[id]')].map((p) => {
        const copy = p.cloneNode(true);
        copy.querySelectorAll('sup').forEach((one) => one.remove());
        copy.style.cssText = 'position:absolute;white-space:nowrap;max-inline-size:none';
        p.parentElement.append(copy);
        const lit = copy.getBoundingClientRect().width;
        copy.textContent = copy.textContent;
        const plain = copy.getBoundingClientRect().width;
        copy.remove();
        return [lit, plain, p.querySelectorAll('mark').length];
    })""")
    assert sum(marks for *_, marks in widths) > 10
    assert [abs(lit - plain) for lit, plain, _ in widths if abs(lit - plain) > 0.5] == []


def test_a_shared_link_opens_at_the_evidence(eye: Eye) -> None:
    page = eye.open("/articles/talks#w2")
    assert page.locator("[data-e~='e2'].on").count() > 0 and page.locator("#e2.on").count() == 1
    expect(page.locator("#w2")).to_be_in_viewport()


@pytest.mark.parametrize("eye", (SIGHTS[0], SIGHTS[7]), ids=lambda sight: sight.name, indirect=True)
def test_hostile_articles_run_nothing_and_break_nothing(eye: Eye) -> None:
    for path in ("/articles/hostile", "/", "/search", "/search?q=" + quote("فيدان"), "/timeline", "/quotes", "/compare", "/actors", "/network"):
        page = eye.open(path)
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page = eye.open("/articles/hostile")
    assert page.locator("a[href^='javascript:'], img, .text script, h1 script").count() == 0
    assert page.locator("h1 .ctl").all_inner_texts() == ["⟨U+202E⟩"] and "⟨U+0000⟩" in page.locator(".text").inner_text() and "{{ 7 * 7 }}" in page.locator(".text").inner_text()
    assert page.locator("h1").bounding_box()["height"] < 3000
    assert eye.wrong == []


def test_reading_and_searching_need_no_script(chromium: Browser, reader: Reader) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.address + "/search?q=" + quote("فيدان"))
    page.locator("a[href='/articles/talks']").click()
    assert page.locator("#p1").inner_text().startswith(ARTICLES[3].text[:8])
    assert page.locator("#brief").is_visible() and not page.locator("#brief-button").is_visible()
    context.close()
