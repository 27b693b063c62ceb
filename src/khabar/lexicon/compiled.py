"""The word lists as loaded, kept beside Python's own compiled files, so that a program starts without parsing them."""

import gc
import hashlib
import importlib.util
import pickle
import sys
import tempfile
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_LENGTH = hashlib.sha256().digest_size


def loaded(load: Callable[[], T], data: Traversable) -> T:
    """What `load` makes of the word lists in `data`: from the compiled file, if it was made of just these lists by just this code.

    A file that is missing, older, cut short or damaged is made anew. Where none can be written, `load` is called every time.
    """
    if not isinstance(data, Path):  # inside an archive
        return load()
    key, file = _key(data), _file(data)
    body = _body(file, key)
    if body is None:
        made = load()
        _keep(file, key, pickle.dumps(made, protocol=5))
        return made
    collecting = gc.isenabled()
    gc.disable()  # or it would look at each of half a million new objects, in vain
    try:
        kept: T = pickle.loads(body)
    finally:
        if collecting:
            gc.enable()
    return kept


def _key(data: Path) -> bytes:
    """The digest of all lists, of all code of the package and of Python."""
    package = data.parent.parent
    total = hashlib.sha256(sys.version.encode())
    for file in sorted((*data.iterdir(), *package.rglob("*.py"))):
        if file.is_file():
            total.update(str(file.relative_to(package)).encode() + b"\0" + file.read_bytes())
    return total.digest()


def _file(data: Path) -> Path:
    """In `__pycache__`, or where Python was told to put that; as safe to load as the code that lies there."""
    return Path(importlib.util.cache_from_source(str(data.parent / "lists.py"))).with_suffix(".kept")


def _body(file: Path, key: bytes) -> bytes | None:
    """The compiled lists, None where they are not there, not whole or not those of `key`."""
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    body = whole[2 * _LENGTH :]
    return body if whole[: 2 * _LENGTH] == key + hashlib.sha256(body).digest() else None


def _keep(file: Path, key: bytes, body: bytes) -> None:
    """Writes the whole file or none, also where several programs start at once."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.", delete=False) as part:
            try:
                part.write(key + hashlib.sha256(body).digest() + body)
                part.close()
                Path(part.name).replace(file)
            except OSError:
                Path(part.name).unlink()
    except OSError:  # read-only or full
        return
