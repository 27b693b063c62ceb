"""What a file says, whatever it was encoded in."""

import codecs

from khabar.errors import SourceError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")


def decoded(raw: bytes, name: str) -> str:
    """The text of `raw`: by its mark, else UTF-8, else windows-1256 where the letters show it. Raises SourceError naming `name`."""
    if not raw.strip():
        raise SourceError(f"{name}: empty")
    if raw.startswith(_BINARY):
        raise SourceError(f"{name}: not a text ({'PDF' if raw.startswith(b'%PDF') else 'a binary file'})")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict(raw, encoding, name)
    if b"\0" in raw[:4096]:
        raise SourceError(f"{name}: not a text (a binary file)")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        guess = _windows(raw)
        if guess is not None:
            return guess
        line = raw.count(b"\n", 0, fault.start) + 1
        raise SourceError(f"{name}: line {line}: not UTF-8 (byte {fault.start})") from fault


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        raise SourceError(f"{name}: not {encoding}: {fault.reason}") from fault


def _windows(raw: bytes) -> str | None:
    """`raw` as windows-1256, where nearly all its letters beyond ASCII are then Arabic and it has many of them."""
    text = raw.decode("cp1256", "replace")
    high = [c for c in text if c > "\x7f"]
    arabic = sum("\u0621" <= c <= "\u064a" for c in high)
    return text if high and arabic / len(high) > 0.9 and arabic > 20 and "\ufffd" not in text else None
