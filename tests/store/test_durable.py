"""An ingest that is killed, or finds the disk full or the file read-only, loses nothing and leaves nothing half-done."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest

from khabar.model.jsonform import to_plain
from tests.store.made import made_articles
from tests.store.test_ingest import tables

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
ARTICLES, KILLS, AT_A_TIME = (2000, 50, 5) if SOAK else (220, 5, 5)
KHABAR = str(Path(sys.executable).parent / "khabar")
# Tables whose rows are never altered once they are written.
STEADY = ("articles", "records", "sentences", "summaries", "dates", "roles", "mentions", "quotes", "quote_parties", "events", "event_parties", "tellings", "places")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("durable") / "news.jsonl"
    lines = [json.dumps({k: v for k, v in to_plain(a).items() if v}, ensure_ascii=False) for a in made_articles(ARTICLES, 7)]
    lines.insert(ARTICLES // 2, "{broken")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(source: Path) -> tuple[dict[str, list[tuple[object, ...]]], float]:
    """What a run that nobody disturbs stores, and how long it takes."""
    began = time.monotonic()
    assert subprocess.run(_ingest(source, source.with_name("whole.db")), capture_output=True).returncode == 3
    return tables(source.with_name("whole.db")), time.monotonic() - began


def _ingest(source: Path, db: Path) -> list[str]:
    return [KHABAR, "ingest", "--db", str(db), "--jobs", "2", str(source)]


def _killed(source: Path, db: Path, after: float) -> bool:
    """Runs an ingest and kills it after so many seconds, its readers left to themselves; whether it was still running."""
    process = subprocess.Popen(_ingest(source, db), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return process.returncode == -signal.SIGKILL


def _sound(db: Path) -> bool:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("turn", range(KILLS // AT_A_TIME))
def test_a_killed_ingest_goes_on_where_it_was(source: Path, undisturbed: tuple[dict[str, list[tuple[object, ...]]], float], tmp_path: Path, turn: int) -> None:
    whole, took = undisturbed
    chance, db, kills = random.Random(f"kill {turn}"), tmp_path / "news.db", 0
    while kills < AT_A_TIME:
        if _killed(source, db, chance.uniform(0.0, took)):
            kills += 1
        else:
            db.unlink()  # it was done before: begin anew
            continue
        if db.exists() and db.stat().st_size:
            assert _sound(db)
            part = tables(db) if _has_tables(db) else {}
            assert [name for name in part if name in STEADY and part[name] != whole[name][: len(part[name])]] == []
    assert subprocess.run(_ingest(source, db), capture_output=True).returncode == 3
    assert _sound(db) and tables(db) == whole


def _has_tables(db: Path) -> bool:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0


def test_readers_end_with_their_master(source: Path, undisturbed: object, tmp_path: Path) -> None:
    process = subprocess.Popen(_ingest(source, tmp_path / "news.db"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children: list[int] = []
    while process.poll() is None and len(children) < 2:
        children = [int(p) for p in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
        time.sleep(0.05)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children and not any(_alive(child) for child in children)


def test_a_stop_by_hand_is_told_and_the_next_run_goes_on(source: Path, undisturbed: tuple[dict[str, list[tuple[object, ...]]], float], tmp_path: Path) -> None:
    for turn in range(5):  # on a busy machine an ingest may be done before it is stopped
        db = tmp_path / f"news{turn}.db"
        process = subprocess.Popen(_ingest(source, db), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (db.exists() and _stored(db)):
            time.sleep(0.02)
        done = process.poll() is not None or _stored(db) == ARTICLES
        if not done:
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the readers too
        told = process.communicate(timeout=60)[1]
        if not done and process.returncode != 3:
            break
    assert process.returncode == 130 and told.splitlines()[-1].startswith("khabar: stopped") and "Traceback" not in told
    assert 0 < _stored(db) < ARTICLES
    assert subprocess.run(_ingest(source, db), capture_output=True).returncode == 3 and tables(db) == undisturbed[0]


def _stored(db: Path) -> int:
    try:
        with closing(sqlite3.connect(db)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # no table yet
        return 0


def _alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# What tells languages apart is unpacked into a file of its own, once, before the limit holds.
LIMITED = """
import resource, signal, sys
import py3langid
from khabar.cli import main

if __name__ == "__main__":
    py3langid.classify("نص")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
    sys.argv = sys.argv[2:]
    main()
"""


def test_a_disk_that_is_full_is_told_and_the_store_is_sound(source: Path, undisturbed: tuple[dict[str, list[tuple[object, ...]]], float], tmp_path: Path) -> None:
    db, size = tmp_path / "news.db", source.with_name("whole.db").stat().st_size

    result = subprocess.run([sys.executable, "-c", LIMITED, str(size // 2), *_ingest(source, db)], capture_output=True, text=True)
    told = [line for line in result.stderr.splitlines() if "what was stored before stands" in line]
    assert result.returncode == 2 and len(told) == 1 and str(db) in told[0] and "Traceback" not in result.stderr
    assert _sound(db) and 0 < len(tables(db)["articles"]) < ARTICLES
    assert subprocess.run(_ingest(source, db), capture_output=True).returncode == 3 and tables(db) == undisturbed[0]


# As a user who may not write: what is needed is loaded and used once before the rights are given up.
READ_ONLY = """
import os, sys
from pathlib import Path
from khabar.errors import StoreError
from khabar.model import Article
from khabar.store import Incoming, Store, ingest

def take(db):
    ingest(Path(db), [Incoming("x", Article(id="z", text="نص آخر."))], jobs=1, now=lambda: "", progress=lambda tally: None)

take(sys.argv[1])
with Store.open(Path(sys.argv[1])) as store:
    store.search("آخر")
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    take(sys.argv[2])
except StoreError as fault:
    print(fault)
with Store.open(Path(sys.argv[2])) as store:
    print(store.search("التقى").total > 0)
"""


def test_a_store_that_cannot_be_written_is_told_and_left_alone(source: Path, undisturbed: object, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = folder / "news.db"
        with closing(sqlite3.connect(source.with_name("whole.db"))) as whole, closing(sqlite3.connect(db)) as copy:
            whole.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        db.chmod(0o444)
        folder.chmod(0o555)
        before = db.read_bytes()
        result = subprocess.run([sys.executable, "-c", READ_ONLY, str(tmp_path / "other.db"), str(db)], capture_output=True, text=True)
        folder.chmod(0o755)
        assert result.stdout.splitlines() == [f"{db}: it cannot be written (read-only); nothing in it was changed", "True"], result.stderr
        assert db.read_bytes() == before and [p.name for p in folder.iterdir()] == ["news.db"]
