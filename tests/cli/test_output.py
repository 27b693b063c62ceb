import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import cli
from khabar.cli.output import write

TEXT = "التقى الرئيس الفنلندي نظيره الإستوني في هلسنكي يوم الأحد."
COMMAND = [sys.executable, "-c", "from khabar.cli import main; main()"]
# What takes long to import and no short text needs.
HEAVY = ("asyncio", "datasketch", "feedparser", "httpx", "jinja2", "numpy", "py3langid", "pyarrow", "rich.console", "sqlite3", "starlette", "trafilatura", "warcio")


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, "utf-8")
    return str(file)


@pytest.mark.parametrize("option", ["--output", "--failures"])
def test_a_file_that_cannot_be_written_is_told_before_anything_is_read(article: str, tmp_path: Path, option: str) -> None:
    for target, reason in ((tmp_path, "a folder"), (tmp_path / "none" / "out.json", "no such folder")):
        result = CliRunner().invoke(cli, ["read", article, option, str(target)])
        assert result.exit_code == 2 and reason in result.stderr and not result.stdout


def test_what_stood_there_stays_until_the_new_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", "utf-8")

    def broken():
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(broken(), str(target))
    assert target.read_text("utf-8") == "old" and list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed_and_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", "utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    write(iter(["new"]), str(link))
    assert link.is_symlink() and real.read_text("utf-8") == "new" and real.stat().st_mode & 0o777 == 0o600


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(iter(["one", "two"]), str(pipe))
    assert os.read(reader, 100) == b"onetwo" and pipe.is_fifo()
    os.close(reader)


def test_output_is_utf_8_whatever_the_locale_says(article: str) -> None:
    done = subprocess.run([*COMMAND, "read", article], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["article"]["text"] == TEXT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_one_line(article: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "read", article], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1 and b"No space" in done.stderr


def test_a_short_text_is_read_without_what_is_slow_to_import(article: str) -> None:
    program = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); from khabar.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "read", article, "--format", "json"], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "khabar.reading" in loaded and not loaded.intersection(HEAVY)
