"""Words of others on a page: escaped, and what cannot be seen shown as a mark."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

# Controls of direction, signs without width, tags, other controls: they could make a text say what it does not. LRM, RLM and joiners are left: Arabic needs them.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_PLAIN = re.compile(r"[\w ]*")
# A headline that is longer is shown up to here, and it is said how long it is.
_LONGEST = 300


def seen(text: str) -> Markup:
    """`text` for a page: each unseen control is a small mark with its number, which copying leaves out."""
    if _PLAIN.fullmatch(text):
        return Markup(text)  # letters, digits and blanks alone: most words of a page
    return Markup(_UNSEEN.sub(_mark, str(escape(text))))  # escaped in this very line


def _mark(found: re.Match[str]) -> str:
    return f'<span class="ctl">⟨U+{ord(found[0]):04X}⟩</span>'


def seen_plain(text: str) -> str:
    """`text` for a title or a label, where no mark-up stands."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def headline(text: str) -> tuple[str, int]:
    """What is shown of a headline, and how many characters it has where that is not all of it (0 where it is)."""
    return (text, 0) if len(text) <= _LONGEST else (text[:_LONGEST], len(text))


def web_address(url: str | None) -> str:
    """`url` where it is an address of the web, else "": nothing else becomes a link."""
    if not url or _UNSEEN.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def segment(text: str) -> str:
    """`text` as one part of a path."""
    return quote(text, safe=":")
