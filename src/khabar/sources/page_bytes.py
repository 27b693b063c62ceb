"""The text of a page's bytes: by its mark, what the server says, what the page says, then what its letters show."""

import codecs
import re

from khabar.errors import SourceError
from khabar.sources.bytes import decoded

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:+-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]+)", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"RIFF")
_ALIASES = {"windows-1256": "cp1256", "x-cp1256": "cp1256", "iso-8859-6-i": "iso8859-6", "iso-8859-6-e": "iso8859-6", "asmo-708": "iso8859-6", "utf8": "utf-8"}


def page_text(raw: bytes, name: str, told: str | None = None) -> str:
    """The text of a page; `told` is the charset of its server. Raises SourceError where it is none, naming `name`."""
    if not raw.strip():
        raise SourceError(f"{name}: empty")
    if raw.startswith(_BINARY):
        return decoded(raw, name)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _read(raw, encoding) or decoded(raw, name)
    if (wide := _wide(raw)) is not None:
        return _read(raw, wide) or decoded(raw, name)
    said = _META.search(raw[:4096])
    claims = [c for c in (told, (said[1] or said[2]).decode("ascii") if said else None) if c]
    for encoding in ("utf-8", *claims):
        if (text := _read(raw, _ALIASES.get(encoding.lower(), encoding))) is not None:
            return text
    if b"\0" not in raw[:4096] and claims and (mended := _mended(raw, claims[0])):
        return mended
    return decoded(raw, name)


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of the tags is zero."""
    head = raw[:200]
    if len(head) >= 8 and head[0:1] == b"<" and head[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if len(head) >= 8 and head[0:1] == b"\0" and head[1:2] == b"<" else None


def _read(raw: bytes, encoding: str) -> str | None:
    """`raw` in an encoding, where it is wholly that."""
    try:
        text = raw.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _mended(raw: bytes, encoding: str) -> str | None:
    """A page with a few broken bytes, in the encoding it claims, those shown as U+FFFD."""
    try:
        text = raw.decode(_ALIASES.get(encoding.lower(), encoding), "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) and text.count("\ufffd") * 200 < len(text) else None
