"""Folders: every file in them and in the folders inside, in the order of their names."""

import fnmatch
from collections.abc import Iterator
from pathlib import Path

from khabar.errors import SourceError

IGNORE_FILE = ".khabarignore"
_NEVER = (".git", ".svn", "__MACOSX", "node_modules", ".DS_Store", "Thumbs.db", IGNORE_FILE)


def files_in(folder: Path) -> Iterator[Path]:
    """The files under `folder`; what `.khabarignore` there names (a pattern a line, as in *.css or drafts/) is left out. Links to folders are not followed."""
    yield from _walk(folder, folder, _patterns(folder))


def _patterns(folder: Path) -> tuple[str, ...]:
    try:
        text = (folder / IGNORE_FILE).read_text("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as fault:
        raise SourceError(f"{folder / IGNORE_FILE}: cannot be read: {fault}") from fault
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _walk(root: Path, folder: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as fault:
        raise SourceError(f"{folder}: {fault.strerror}") from fault
    for path in entries:
        inside = path.relative_to(root).as_posix()
        if path.name in _NEVER or any(_matches(inside, path.name, pattern) for pattern in patterns):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _walk(root, path, patterns)
        elif path.is_file():
            yield path


def _matches(inside: str, name: str, pattern: str) -> bool:
    plain = pattern.rstrip("/")
    return fnmatch.fnmatch(name, plain) or fnmatch.fnmatch(inside, plain.lstrip("/"))
