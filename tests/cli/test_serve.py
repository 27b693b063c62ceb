import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from khabar.cli import cli
from khabar.model import Article
from khabar.store import Incoming, ingest

KHABAR = Path(sys.executable).parent / "khabar"


def test_one_article_is_read_and_shown(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("محادثات في تونس\n\n7 مارس 2023\n\nالتقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين، وبحثا ملف الغاز.", "utf-8")
    process = subprocess.Popen([KHABAR, "serve", file, "--port", "0", "--stop-after", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = re.fullmatch(r"khabar: (http://127\.0\.0\.1:\d+/articles/\S+)\?token=\S+\n", process.stdout.readline())
        assert address is not None
        page = httpx.get(address[1], trust_env=False, timeout=60)
        assert page.status_code == 200 and "محادثات في تونس" in page.text
    finally:
        process.terminate()
        _, told = process.communicate(timeout=30)
    assert "Traceback" not in told


def test_several_processes_answer_and_all_end_together(tmp_path: Path) -> None:
    store = tmp_path / "news.db"
    article = Article(id="one", title="محادثات", text="التقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين.")
    ingest(store, [Incoming("made", article)], jobs=1, now=lambda: "", progress=lambda tally: None)
    process = subprocess.Popen([KHABAR, "serve", "--db", store, "--port", "0", "--workers", "3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[1].partition("?")[0]
        for _ in range(12):  # each time a new connection
            assert httpx.get(f"{address}articles/one", trust_env=False, timeout=60).status_code == 200
    finally:
        process.terminate()
        _, told = process.communicate(timeout=30)  # ends only when no process holds its output any more
    assert process.returncode == 0 and "Traceback" not in told
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, trust_env=False)


def test_what_was_made_for_the_time_being_goes(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("التقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين.", "utf-8")
    process = subprocess.Popen([KHABAR, "serve", file, "--port", "0"], stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert process.stdout is not None and process.stdout.readline().startswith("khabar: http")
    assert len(list(tmp_path.glob("khabar-*/news.db"))) == 1
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 0 and list(tmp_path.glob("khabar-*")) == []


def test_it_ends_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("التقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين.", "utf-8")
    done = subprocess.run([KHABAR, "serve", file, "--port", "0", "--stop-after", "0"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0 and done.stdout.startswith("khabar: http://127.0.0.1:") and "Traceback" not in done.stderr


@pytest.mark.parametrize(("arguments", "told"), [
    ([], "name a FILE"), (["a.txt", "--db", "b.db"], "not both"), (["no-such-file.txt", "--port", "0"], "no such file"), (["--db", "no-such.db", "--port", "0"], "no such file"),
])
def test_bad_usage_is_told_in_a_line(arguments: list[str], told: str) -> None:
    done = CliRunner().invoke(cli, ["serve", *arguments])
    assert done.exit_code == 2 and told in done.output


def test_an_address_that_is_taken_is_told(tmp_path: Path) -> None:
    import socket

    file = tmp_path / "article.txt"
    file.write_text("التقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين.", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = CliRunner().invoke(cli, ["serve", str(file), "--port", str(taken.getsockname()[1])])
    assert done.exit_code == 2 and "--port" in done.output
