"""One SQLite file opened for reading or for writing, its schema brought up to date, its errors told in one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from khabar.errors import StoreError

# "خبر" in the header of the file: what tells a store from any other SQLite file.
APPLICATION = 0x4B484252
_WAIT = 10_000
# What SQLite says, and what stands in the way. The first that fits is told.
_FAULTS = (
    ("readonly", "it cannot be written (read-only); nothing in it was changed"),
    ("disk is full", "the disk is full; what was stored before stands"),
    ("disk I/O error", "the disk cannot be written (full, or a limit on the size of files); what was stored before stands"),
    ("locked", "another process is writing to it; try again when that has ended"),
    ("not a database", "no store of Khabar"),
    ("malformed", "damaged; take the last backup"),
    ("unable to open", "it cannot be opened"),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite as StoreErrors that name `path` and what stands in the way."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        raise StoreError(f"{path}: {_meaning(str(fault))}") from fault
    except sqlite3.DatabaseError as fault:
        raise StoreError(f"{path}: {_meaning(str(fault))}") from fault


def _meaning(message: str) -> str:
    return next((meaning for words, meaning in _FAULTS if words in message), message)


def opened_for_reading(path: Path) -> sqlite3.Connection:
    """`path` for reading, beside others that read and one that writes. Raises StoreError where it is no store of this version."""
    if not path.is_file():
        raise StoreError(f"{path}: no such file")
    with told(path):
        connection = _read_only(path)
        version = _version(connection, path)
    newest = len(_migrations())
    if version < newest:
        connection.close()
        raise StoreError(f"{path}: made by an older Khabar; any command that writes brings it up to date, `khabar ingest --db {path}` too")
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; on a file system that cannot be written it takes the file as it lies."""
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None, check_same_thread=False, timeout=_WAIT / 1000)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.execute("PRAGMA mmap_size = 2147418112")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def opened_for_writing(path: Path) -> sqlite3.Connection:
    """`path` for writing, made where it is not there, its schema the newest. Raises StoreError where it cannot be written."""
    if not path.parent.is_dir():
        raise StoreError(f"{path}: no such folder")
    with told(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=_WAIT / 1000)
        version = _version(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA secure_delete = ON")
        if version < len(_migrations()):
            _bring_up_to_date(connection)
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the last migration that the file has seen; 0 for an empty file."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and tables:
        raise StoreError(f"{path}: no store of Khabar")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(_migrations()):
        raise StoreError(f"{path}: made by a newer Khabar")
    return version


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Runs the migrations that the file has not seen, all or none of them."""
    with transaction(connection):
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for statement in (s for script in _migrations()[version:] for s in statements(script)):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(_migrations())}")


def _migrations() -> list[str]:
    """The SQL of every migration, in order."""
    folder = files("khabar.store") / "migrations"
    return [f.read_text("utf-8") for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".sql")]


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
