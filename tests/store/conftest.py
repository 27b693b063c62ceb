from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from khabar.model import Article
from khabar.store import Incoming, Store, Tally, ingest

NOW = "2024-05-01T10:00:00+00:00"
DAY = "2024-04-30"


def article(id: str, text: str, *, title: str = "", outlet: str | None = "الصحيفة", published: str | None = DAY, agencies: tuple[str, ...] = ()) -> Article:
    return Article(id=id, title=title, text=text, outlet=outlet, published=published, published_basis="metadata" if published else None, agencies=agencies)


def fill(path: Path, articles: Iterable[Article], retried: bool = False) -> Tally:
    """The store in `path` with these articles, read in this process."""
    return ingest(path, [Incoming("test", a) for a in articles], jobs=1, now=lambda: NOW, progress=lambda tally: None, retried=retried)


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Callable[..., Store]]:
    """Makes a store of some articles and opens it."""
    opened: list[Store] = []

    def make(*articles: Article) -> Store:
        fill(tmp_path / "news.db", articles)
        opened.append(Store.open(tmp_path / "news.db"))
        return opened[-1]

    yield make
    for each in opened:
        each.close()
