"""The body of a response as it went over the wire: its chunks joined, its compression undone, within a limit, or told to be cut short."""

import re
import zlib
from collections.abc import Mapping

from khabar.errors import SourceError
from khabar.sources.found import LARGEST_PAGE

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.I)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


def charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type names."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def opened_body(raw: bytes, headers: Mapping[str, str], place: str) -> bytes:
    """The body of a response; `headers` have lower-case names. Raises SourceError, naming `place`, where it is cut short, broken or too large."""
    length = headers.get("content-length", "").strip()
    chunked = "chunked" in headers.get("transfer-encoding", "").lower() and _CHUNK.match(raw)
    if chunked:
        raw = _joined(raw, place)
    coding = headers.get("content-encoding", "").strip().lower()
    packed = raw.startswith(b"\x1f\x8b") if "gzip" in coding else coding in ("deflate", "br", "zstd")
    if not chunked and length.isdigit() and len(raw) < int(length) and (packed or not coding):
        raise SourceError(f"{place}: cut short ({len(raw):,} of {int(length):,} bytes)")
    if not packed:
        return raw
    if coding in ("br", "zstd"):
        raise SourceError(f"{place}: compressed with {coding}, which is not read")
    return inflated(raw, place)


def _joined(raw: bytes, place: str) -> bytes:
    """The chunks as one."""
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK.match(raw, at):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(parts)
        part = raw[head.end() : head.end() + size]
        if len(part) < size:
            break
        parts.append(part)
        at = head.end() + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1
    raise SourceError(f"{place}: cut short (a chunk is missing)")


def inflated(raw: bytes, place: str, limit: int = LARGEST_PAGE) -> bytes:
    """`raw` out of gzip, zlib or bare deflate."""
    for window in (47, -15):
        engine = zlib.decompressobj(window)
        try:
            data = engine.decompress(raw, limit + 1)
        except zlib.error as fault:
            if window == 47 and not raw.startswith(b"\x1f\x8b"):
                continue
            raise SourceError(f"{place}: broken compression: {fault}") from fault
        if len(data) > limit:
            raise SourceError(f"{place}: unpacks to more than {limit // 1_000_000} MB")
        if not engine.eof:
            raise SourceError(f"{place}: cut short (its compression does not end)")
        return data
    raise SourceError(f"{place}: broken compression")
