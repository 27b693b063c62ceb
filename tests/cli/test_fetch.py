import json
from pathlib import Path

from click.testing import CliRunner

from khabar.cli import cli
from khabar.model import Article
from khabar.model.jsonform import from_plain
from khabar.sources import Options, open_sources
from tests.webserver import serving

PAGE = (Path(__file__).parent.parent / "pages" / "wordpress.html").read_text("utf-8")


def test_what_is_fetched_is_read_again_as_it_was(tmp_path: Path) -> None:
    with serving() as web:
        web.page("/a", PAGE)
        (tmp_path / "list.txt").write_text(f"# of today\n{web.root}/a\n{web.root}/a\n{web.root}/none\n", "utf-8")
        target = tmp_path / "got.jsonl"
        result = CliRunner().invoke(cli, ["fetch", str(tmp_path / "list.txt"), "--allow-private", "--delay", "0", "-o", str(target)])
        assert result.exit_code == 3 and f"{web.root}/none: status 404" in result.stderr
        read = CliRunner().invoke(cli, ["read", f"{web.root}/a", "--allow-private", "--delay", "0", "--format", "jsonl"])
    (line,) = target.read_text("utf-8").splitlines()
    assert list(open_sources([str(target)], Options())) == [from_plain(Article, json.loads(line))]
    assert json.loads(read.stdout)["article"] == json.loads(line)


def test_this_machine_is_not_asked_unless_told() -> None:
    with serving() as web:
        web.page("/a", PAGE)
        result = CliRunner().invoke(cli, ["read", f"{web.root}/a"])
        assert result.exit_code == 2 and "not open to everybody" in result.stderr and web.asked == []
