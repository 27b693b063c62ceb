"""Where a command's data goes: standard output, or a file that appears only when it is whole."""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from khabar.report.text import Terminal

# Columns of what is shown on no terminal.
_PAPER = 110


def writable(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An option that names a file to write: one that cannot be is told before anything is read."""
    if value is not None:
        target = Path(value)
        if target.is_dir():
            raise click.BadParameter(f"{value}: a folder, not a file")
        if not target.parent.is_dir():
            raise click.BadParameter(f"{value}: no such folder")
    return value


def write(pieces: Iterator[str], output: str | None) -> None:
    """Writes `pieces` to standard output, or to the file `output`; what stood there stays until the new is whole."""
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    target = Path(output).resolve()
    if target.exists() and not target.is_file():  # a device or a pipe
        with target.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
        return
    _replace(target, (piece.encode("utf-8") for piece in pieces))


def write_bytes(data: bytes, output: str) -> None:
    """Writes `data` to the file `output`, whole or not at all."""
    _replace(Path(output).resolve(), (data,))


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    """Writes `pieces` beside `target` and puts the whole in its place; after a failure nothing is left."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def terminal(output: str | None) -> "Terminal":
    """What a text is shown on: the terminal with its width, and its colours unless NO_COLOR says otherwise; a file or pipe has none."""
    from khabar.report.text import Terminal

    if output is not None or not sys.stdout.isatty():
        return Terminal(_PAPER, colours=False)
    return Terminal(shutil.get_terminal_size((_PAPER, 40)).columns, colours="NO_COLOR" not in os.environ)


def speak_utf8() -> None:
    """Makes the standard streams UTF-8, whatever the locale says: Arabic fits in no other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def drop_output() -> None:
    """Lets nothing more be written to standard output, where nobody reads it or nothing fits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
