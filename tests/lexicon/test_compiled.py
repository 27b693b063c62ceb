import pickle
from pathlib import Path

import pytest

from khabar.api import load_reader
from khabar.lexicon.compiled import loaded
from khabar.model import Article
from khabar.reading import load_reader as parse_lists
from khabar.reading import read_article

TEXT = "التقى وزير الخارجية المصري نظيره الأردني في القاهرة يوم الأحد الماضي، وقال «سنعمل معاً». واتهمت الرئاسة التونسية جهات خارجية بتمويل الاحتجاجات."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A package with one list."""
    folder = tmp_path / "package" / "lexicon" / "data"
    folder.mkdir(parents=True)
    (folder / "words.txt").write_text("خبر\n", "utf-8")
    (tmp_path / "package" / "code.py").write_text("pass\n", "utf-8")
    return folder


class Lists:
    """Loads the lists and counts how often it had to."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.times = 0

    def __call__(self) -> list[str]:
        self.times += 1
        return (self.data / "words.txt").read_text("utf-8").split()


def kept_files(data: Path) -> list[Path]:
    return list((data.parent / "__pycache__").iterdir())


def test_lists_are_parsed_once(data: Path) -> None:
    load = Lists(data)
    assert loaded(load, data) == loaded(load, data) == ["خبر"]
    assert load.times == 1
    assert len(kept_files(data)) == 1


@pytest.mark.parametrize("changed", ["lexicon/data/words.txt", "code.py", "lexicon/data/new.txt"])
def test_another_list_or_other_code_is_parsed_anew(data: Path, changed: str) -> None:
    load = Lists(data)
    loaded(load, data)
    (data.parent.parent / changed).write_text("نبأ\n", "utf-8")
    assert loaded(load, data) == Lists(data)()
    assert load.times == 2
    assert loaded(load, data) == Lists(data)()
    assert load.times == 2


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[:-1], lambda b: b[:40], lambda b: b[:-1] + bytes([b[-1] ^ 1]), lambda b: b"\0" + b[1:]])
def test_a_damaged_file_is_made_anew(data: Path, damage) -> None:
    load = Lists(data)
    loaded(load, data)
    [file] = kept_files(data)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert loaded(load, data) == ["خبر"]
    assert load.times == 2
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_the_lists_are_parsed(data: Path) -> None:
    (data.parent / "__pycache__").write_text("a file where the folder should be")
    load = Lists(data)
    assert loaded(load, data) == loaded(load, data) == ["خبر"]
    assert load.times == 2


def test_a_carried_reader_reads_alike() -> None:
    article = Article(id="x", text=TEXT, published="2024-05-14", published_basis="option")
    fresh = parse_lists()
    record = read_article(article, fresh)
    assert record.events
    assert record.quotes
    assert read_article(article, pickle.loads(pickle.dumps(fresh))) == record
    assert read_article(article, load_reader()) == record
