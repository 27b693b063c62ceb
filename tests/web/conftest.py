import os
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from khabar.model import Article
from khabar.speech import ESPEAK, Engine, engine_of
from khabar.store import Incoming, ingest
from khabar.web import Desk, Gate, reader_app

NOW = "2024-05-01T10:00:00+00:00"
TOKEN = "the-token-of-the-tests"
CHROMIUM = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
SHOTS = Path("build/screenshots")


def article(id: str, text: str, title: str, outlet: str, day: str = "2024-04-30") -> Article:
    return Article(id=id, title=title, text=text, outlet=outlet, published=day, published_basis="metadata")


# One attack told by three papers that do not agree on the dead, and an article with every kind of act.
ARTICLES = (
    article(
        "port", "قتل 12 شخصًا وأصيب 30 آخرون في انفجار سيارة مفخخة في ميناء عدن، أمس الاثنين.\n\nوقال محافظ عدن أحمد لملس إن «التحقيق بدأ فور وقوع الانفجار».",
        "انفجار سيارة مفخخة في ميناء عدن", "القنديل",
    ),
    article(
        "port-again", "قتل 15 شخصًا في انفجار سيارة مفخخة في ميناء عدن، أمس الاثنين، بحسب مصادر طبية.\n\nوأدانت الأمم المتحدة الهجوم.",
        "ارتفاع قتلى انفجار ميناء عدن", "بريد الساحل",
    ),
    article("port-third", "انفجرت سيارة مفخخة في ميناء عدن أمس الاثنين، ما أسفر عن مقتل 12 شخصًا وإصابة 30 آخرين.", "سيارة مفخخة تقتل 12 في عدن", "الضفتان"),
    article(
        "talks",
        "التقى وزير الخارجية التركي هاكان فيدان نظيره اليوناني جورج جيرابيتريتيس في أثينا، أمس الاثنين 29 أبريل/ نيسان 2024، وبحثا ملف الهجرة. وقال فيدان إن "
        "«البحر يجمعنا ولا يفرّقنا»، مضيفًا أن بلاده ستدعم الاتفاق.\n\nواتهم حزب المعارضة الحكومة اليونانية باحتجاز سبعة قوارب صيد قرب الجزيرة. ونفت الحكومة اليونانية "
        "احتجاز أي قارب.\n\nومن المقرر أن يزور الرئيس التركي رجب طيب أردوغان أثينا في 20 مايو/ أيار المقبل. وقال جيرابيتريتيس إن «الثقة تُبنى بالعمل».",
        "محادثات تركية يونانية في أثينا", "القنديل",
    ),
)
HOSTILE = Article(
    id="hostile", title="عنوان <script>window.ran=1</script><img src=x onerror=window.ran=1>\u202e مقلوب " + "طويل" * 250_000, outlet="</title><script>window.ran=1</script>",
    url="javascript:window.ran=1", published="2024-04-29", published_basis="metadata", authors=("<b onmouseover=window.ran=1>كاتب</b>",),
    image="https://elsewhere.example/x.png", image_caption="صورة \"><script>window.ran=1</script>", image_credit="\u2066وكالة<svg onload=window.ran=1>",
    text="قال وزير الخارجية التركي هاكان فيدان: «<script>window.ran=1</script> زرنا أثينا\u202e أمس».\n\n<img src=https://elsewhere.example/y.png onerror=window.ran=1>\u200b "
    + "ممتد" * 600 + "\n\n\x00 والتقى الوزير {{ 7 * 7 }} نظيره اليوناني.",
)


class Reader(NamedTuple):
    """A reader that answers at `address`."""

    address: str
    path: Path


def filled(path: Path, articles: tuple[Article, ...] = (*ARTICLES, HOSTILE)) -> Path:
    ingest(path, [Incoming("test", a) for a in articles], jobs=1, now=lambda: NOW, progress=lambda tally: None)
    return path


def desk(path: Path, speak: Engine | None = None, host: str = "") -> Desk:
    return Desk(path, Gate(TOKEN, host), speak=speak, now=lambda: NOW)


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that no test changes."""
    return filled(tmp_path_factory.mktemp("web") / "news.db")


def serving(made: Desk) -> Iterator[Reader]:
    """The reader behind a socket, as `khabar serve` puts it there."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(reader_app(made), log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield Reader(f"http://127.0.0.1:{listening.getsockname()[1]}", made.path)
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="session")
def reader(news: Path) -> Iterator[Reader]:
    yield from serving(desk(news, engine_of(ESPEAK) if shutil.which(ESPEAK[0]) else None))


@pytest.fixture(scope="session")
def client(news: Path) -> Iterator[httpx.Client]:
    """Asks without a browser, as a stranger on this machine, a reader without a voice."""
    yield from asking(desk(news))


def asking(made: Desk) -> Iterator[httpx.Client]:
    for reader in serving(made):
        with httpx.Client(base_url=reader.address, timeout=60, trust_env=False) as client:
            yield client


@pytest.fixture
def own_store_client(tmp_path: Path) -> Iterator[httpx.Client]:
    """Asks without a browser a reader whose store may change."""
    yield from asking(desk(filled(tmp_path / "news.db", ARTICLES[:1])))


@pytest.fixture(scope="session")
def written_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader into whose store tests paste articles of their own."""
    yield from serving(desk(filled(tmp_path_factory.mktemp("written") / "news.db", ARTICLES)))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("CHROMIUM IS NOT INSTALLED: pages are not tried in a browser (Debian: apt-get install chromium)")
    with sync_playwright() as play, tempfile.TemporaryDirectory():
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS), env={**os.environ, "no_proxy": "127.0.0.1"})
        yield browser
        browser.close()


class Eye:
    """A page of the browser, with everything that went wrong on it, and every other host that it asked."""

    def __init__(self, context: BrowserContext, reader: Reader) -> None:
        self.reader = reader
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda fault: self.wrong.append(str(fault)))
        self.page.on("request", lambda asked: None if asked.url.startswith((reader.address, "data:", "blob:")) else self.wrong.append(asked.url))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "status of 40" not in message.text:
            self.wrong.append(f"{message.type}: {message.text}")

    def open(self, path: str) -> Page:
        self.page.goto(self.reader.address + path)
        self.page.wait_for_load_state("networkidle" if path in ("/map", "/network") else "load")
        return self.page

    def keep(self, name: str) -> None:
        """Keeps a picture of the page to be looked at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


class Sight(NamedTuple):
    """How a page is looked at."""

    width: int
    language: str
    theme: str

    @property
    def name(self) -> str:
        return f"{self.width}-{self.language}-{self.theme}"


SIGHTS = tuple(Sight(w, language, theme) for w in (360, 1440) for language in ("ar", "en") for theme in ("light", "dark"))


def look(chromium: Browser, reader: Reader, sight: Sight) -> Iterator[Eye]:
    context = chromium.new_context(viewport={"width": sight.width, "height": 900}, color_scheme="dark" if sight.theme == "dark" else "light", reduced_motion="reduce")
    context.add_cookies([{"name": "khabar-language", "value": sight.language, "url": reader.address}])
    eye = Eye(context, reader)
    try:
        yield eye
    finally:
        context.close()

