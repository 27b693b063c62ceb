import io
import json
import zipfile
from pathlib import Path

from click.testing import CliRunner

from khabar.cli import cli
from khabar.model import Article
from khabar.model.jsonform import from_plain
from khabar.sources import Options, open_sources
from tests.webserver import serving

PAGES = Path(__file__).parent.parent / "pages"
PAGE = (PAGES / "wordpress.html").read_text("utf-8")


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
    assert json.loads(read.stdout)["article"] | {"genre": None} == json.loads(line)


def test_a_list_of_lists_is_followed(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with serving() as web:
        row = "\t".join(["20230305-1", "20230305101500", "1", "sada.example", f"{web.root}/a", *[""] * 22])
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("20230305101500.gkg.csv", row + "\n")
        web.page("/a", PAGE)
        web.page("/20230305101500.gkg.csv.zip", packed.getvalue(), Content_Type="application/zip")
        (tmp_path / "lastupdate.txt").write_text(f"{len(packed.getvalue())} {'0' * 32} {web.root}/20230305101500.gkg.csv.zip\n", "utf-8")
        result = CliRunner().invoke(cli, ["fetch", str(tmp_path / "lastupdate.txt"), "--allow-private", "--delay", "0"])
    assert result.exit_code == 0 and [json.loads(line)["authors"] for line in result.stdout.splitlines()] == [["رنا الخطيب"]]


def test_reprints_read_together_name_the_first(tmp_path: Path) -> None:
    names = ("microdata", "wordpress", "drupal")
    text = "\n\n".join(next(iter(open_sources([str(PAGES / f"{name}.html")], Options()))).text for name in names)  # type: ignore[union-attr]
    rows = [{"id": "a", "text": text}, {"id": "b", "text": text + " وكان ذلك أمس."}, {"id": "c", "text": "خبر آخر قصير."}]
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    result = CliRunner().invoke(cli, ["read", "-", "--from", "jsonl", "--format", "jsonl"], input=data)
    assert [json.loads(line)["article"]["same_text_as"] for line in result.stdout.splitlines()] == [None, "a", None]


def test_what_is_not_arabic_is_skipped_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met on Monday and agreed to widen the harbour next spring.", "utf-8")
    result = CliRunner().invoke(cli, ["read", str(tmp_path / "a.txt")])
    assert result.exit_code == 2 and "1 not in Arabic, skipped" in result.stderr


def test_this_machine_is_not_asked_unless_told() -> None:
    with serving() as web:
        web.page("/a", PAGE)
        result = CliRunner().invoke(cli, ["read", f"{web.root}/a"])
        assert result.exit_code == 2 and "not open to everybody" in result.stderr and web.asked == []
