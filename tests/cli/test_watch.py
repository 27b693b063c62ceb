from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import cli
from khabar.store import Store
from tests.webserver import Web, serving

PAGE = (Path(__file__).parent.parent / "pages" / "microdata.html").read_text("utf-8")


def watch(db: Path, *arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(cli, ["watch", *arguments, "--db", str(db), "--allow-private", "--delay", "0", "--timeout", "2", "--jobs", "1"])


def feed(web: Web, *paths: str) -> str:
    return "<rss version='2.0'><channel><title>x</title>" + "".join(f"<item><link>{web.root}{p}</link></item>" for p in paths) + "</channel></rss>"


def test_what_is_new_goes_into_the_store_once(tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    with serving() as web:
        web.page("/a", PAGE)
        web.page("/one", feed(web, "/a"))
        web.page("/two", "x", 500)
        (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="{web.root}/one"/></outline></body></opml>', "utf-8")
        (tmp_path / "feeds.txt").write_text(f"# ours\n{web.root}/two\n", "utf-8")
        first = watch(db, str(tmp_path / "feeds.opml"), str(tmp_path / "feeds.txt"))
        second = watch(db, str(tmp_path / "feeds.opml"))
    assert first.exit_code == 3 and "1 new" in first.stderr and "/two: status 500" in first.stderr
    assert second.exit_code == 0 and web.count("/a") == 1
    with Store.open(db) as store:
        assert [f.source for f in store.failures()] == [f"{web.root}/two"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("feeds.opml", "<opml><body>", "not XML"), ("feeds.txt", "ftp://a", "line 1: no address"), ("feeds.opml", "<rss/>", "not OPML"), ("feeds.txt", "# none\n", "no feed to watch")],
)
def test_a_bad_list_is_bad_usage(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    result = watch(tmp_path / "news.db", str(tmp_path / name))
    assert result.exit_code == 2 and message in result.stderr


def test_a_bad_time_is_bad_usage(tmp_path: Path) -> None:
    assert "is not a time like" in watch(tmp_path / "news.db", "http://a.example/", "--every", "soon").stderr
