"""ZIP, tar and gzip: each member is read as if it stood alone. Nothing is unpacked to disk under a member's name."""

import gzip
import io
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from khabar.errors import SourceError
from khabar.sources.found import Input, Opener, Options, Outcome, Refusal

DEEPEST = 3
_MOST_TIMES = 200
_ALWAYS_ALLOWED = 100_000_000
_IGNORED = ("__MACOSX/", ".DS_Store", "Thumbs.db")
_SPOOLED = 50_000_000


class Unpacked(io.RawIOBase):
    """What a compressed stream unpacks to; raises SourceError where it swells like a bomb. `size` is the packed size, 0 where unknown."""

    def __init__(self, stream: IO[bytes], name: str, size: int) -> None:
        self._stream, self._name = stream, name
        self._left = max(_ALWAYS_ALLOWED, size * _MOST_TIMES) if size else None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills `buffer`; 0 at the end."""
        view = memoryview(buffer)
        try:
            data = self._stream.read(len(view))
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError) as fault:
            raise SourceError(f"{self._name}: broken or cut short: {fault}") from fault
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise SourceError(f"{self._name}: unpacks to more than {_MOST_TIMES} times its size; not read")
        view[: len(data)] = data
        return len(data)


def stream_of(raw: io.RawIOBase) -> BinaryIO:
    """A stream that can be peeked at."""
    return cast(BinaryIO, io.BufferedReader(raw, 65536))


def gzip_inside(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """What a gzip file holds."""
    name = given.name.removesuffix(".gz") if given.depth else given.name
    yield from _inside(given, name, cast(IO[bytes], gzip.GzipFile(fileobj=given.stream)), _size(given.stream), inner)


def _inside(given: Input, name: str, stream: IO[bytes], size: int, inner: Opener, charset: str | None = None) -> Iterator[Outcome]:
    """The articles of one member."""
    if given.depth >= DEEPEST:
        yield Refusal(given.name, f"{name}: an archive in an archive in an archive; not read")
        return
    try:
        yield from inner(Input(name, stream_of(Unpacked(stream, name, size)), None, charset, given.depth + 1))
    except SourceError as fault:
        yield Refusal(given.name, str(fault))


def _size(stream: BinaryIO) -> int:
    """The size of a file on disk, 0 for a pipe."""
    try:
        here = stream.tell()
        end = stream.seek(0, io.SEEK_END)
        stream.seek(here)
    except (OSError, ValueError):
        return 0
    return end - here


def zip_members(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The articles of each file in a ZIP."""
    with _seekable(given) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as fault:
            raise SourceError(f"{given.name}: not a ZIP that can be read: {fault}") from fault
        for member in archive.infolist():
            name = f"{given.name}/{_shown(member.filename)}"
            if member.is_dir() or _ignored(member.filename):
                continue
            if member.flag_bits & 1:
                yield Refusal(given.name, f"{name}: locked with a password")
                continue
            try:
                opened = archive.open(member)
            except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error) as fault:
                yield Refusal(given.name, f"{name}: broken: {fault}")
                continue
            with opened:
                yield from _inside(given, name, opened, max(member.compress_size, 1), inner)


def tar_members(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The articles of each file in a tar, in one pass."""
    try:
        with tarfile.open(fileobj=given.stream, mode="r|") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # it would keep every member it has seen
                name = f"{given.name}/{_shown(member.name)}"
                opened = archive.extractfile(member) if member.isfile() and not _ignored(member.name) else None
                if opened is not None:
                    yield from _inside(given, name, opened, 0, inner)
    except (tarfile.TarError, OSError, EOFError, ValueError) as fault:
        raise SourceError(f"{given.name}: broken or cut short: {fault}") from fault


def _seekable(given: Input) -> BinaryIO:
    """The stream, or a copy of it on disk where it is a pipe."""
    if given.stream.seekable():
        return given.stream
    copy = tempfile.SpooledTemporaryFile(max_size=_SPOOLED)  # noqa: SIM115 (the caller closes it)
    while chunk := given.stream.read(1 << 20):
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _shown(name: str) -> str:
    """A member's name on one line."""
    return "".join(c if c.isprintable() else "?" for c in name)[:300]


def _ignored(name: str) -> bool:
    """What file managers leave behind."""
    return name.startswith(_IGNORED[0]) or name.rsplit("/", 1)[-1] in _IGNORED[1:] or name.rsplit("/", 1)[-1].startswith("._")
