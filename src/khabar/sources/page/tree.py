"""A page as a tree, and the blocks of text that a reader sees in it, in order."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from khabar.errors import SourceError
from khabar.sources.rows import sound

_BREAK = "\u2028"
_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f]+")
# Controls that direct a browser and say nothing: direction marks, soft hyphen, zero-width space, byte-order mark, NUL.
_CONTROLS = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_PRESENTATION = re.compile("[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]+")
_WRAPPED = 60
_ENDS = (".", "!", "?", "؟", ":", "»", '"', "”", "…", "؛", ")")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr img".split()
)
_UNSEEN = frozenset("script style noscript template head iframe object embed svg math select option textarea input button audio video canvas map datalist".split())


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that a reader sees as one: its words, the element it stands in, and how many of its characters are links."""

    text: str
    element: Any
    linked: int

    @property
    def is_link(self) -> bool:
        """Whether all of it is a link."""
        return 0 < self.linked >= len(self.text) - 3


def parse(page: str, name: str) -> Any:
    """The tree of a page. Raises SourceError naming `name` where it has none."""
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = lxml_html.document_fromstring(sound(page).replace("\x00", "").encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError) as fault:
        raise SourceError(f"{name}: not a page: {fault}".split("\n")[0]) from fault
    return tree


def plain(text: str) -> str:
    """Text as a reader sees it: one blank for many, no controls, letters for presentation forms."""
    seen = _CONTROLS.sub("", text)
    if _PRESENTATION.search(seen):
        seen = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), seen)
    return _BLANKS.sub(" ", seen).strip()


def text_of(element: Any) -> str:
    """All that a reader sees of an element, on one line."""
    return " ".join(block.text for block in blocks(element))


def tag_of(element: Any) -> str:
    """The lower-case tag, empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def names_of(element: Any) -> str:
    """Class, id and the like of an element, in lower case, its words parted."""
    said = " ".join(element.get(key) or "" for key in ("class", "id", "data-testid", "data-component", "data-e2e", "aria-label"))
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", said).lower()


def blocks(root: Any, skipped: Collection[Any] = ()) -> list[Block]:
    """The blocks of text under `root` in order, without the elements in `skipped`."""
    found: list[Block] = []
    writer = _Writer(found, root)
    for event, element in (walk := etree.iterwalk(root, events=("start", "end"))):
        tag = tag_of(element)
        inline = tag in _INLINE or tag in _UNSEEN or not tag
        if event == "start":
            if not inline and tag != "br":
                writer.flush(element)
            if tag == "br":
                writer.add(_BREAK)
            elif not tag or tag in _UNSEEN or element in skipped:
                walk.skip_subtree()
                writer.hidden = element
            else:
                writer.links += tag == "a"
                writer.add(element.text)
        else:
            if writer.hidden is element:
                writer.hidden = None
            else:
                writer.links -= tag == "a"
            if not inline and tag != "br":
                writer.flush(element.getparent() if element is not root and element.getparent() is not None else root)
            if element is not root:
                writer.add(element.tail)
    writer.flush(root)
    return found


class _Writer:
    """Gathers the text of one block at a time."""

    __slots__ = ("_element", "_found", "_linked", "_parts", "hidden", "links")

    def __init__(self, found: list[Block], root: Any) -> None:
        self._found, self._element = found, root
        self._parts: list[str] = []
        self._linked = 0
        self.links = 0
        self.hidden: Any = None

    def add(self, text: str | None) -> None:
        if text and self.hidden is None:
            self._parts.append(text)
            if self.links:
                self._linked += len(plain(text))

    def flush(self, following: Any) -> None:
        """Ends the block; what comes next stands in `following`."""
        if self._parts:
            lines = _lines("".join(self._parts))
            whole = sum(map(len, lines)) or 1
            for line in lines:
                self._found.append(Block(line, self._element, self._linked if len(lines) == 1 else len(line) * self._linked // whole))
            self._parts.clear()
            self._linked = 0
        self._element = following


def _lines(raw: str) -> list[str]:
    """The paragraphs of one block: parted by two breaks, or by one unless it only wraps a long line within a sentence."""
    found: list[list[str]] = []
    empty, last = True, ""
    for piece in raw.split(_BREAK):
        line = plain(piece)
        if not line:
            empty = True
            continue
        if found and not empty and len(last) >= _WRAPPED and not last.endswith(_ENDS):
            found[-1].append(line)
        else:
            found.append([line])
        empty, last = False, line
    return [" ".join(parts) for parts in found]


def lengths(root: Any) -> dict[Any, int]:
    """How much text stands in each element under `root`, told in one pass."""
    found: dict[Any, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        inner = sum(found.get(each, 0) + len(each.tail or "") for each in element)
        found[element] = inner + len(element.text or "")
    return found


def is_within(element: Any, holder: Any) -> bool:
    """Whether an element is `holder` or stands in it."""
    while element is not None:
        if element is holder:
            return True
        element = element.getparent()
    return False
