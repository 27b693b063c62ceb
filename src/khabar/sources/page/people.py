"""Who wrote an article, and which agencies it comes from, by what the page tells and shows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khabar.sources.furniture import folded, load_furniture

if TYPE_CHECKING:
    from khabar.sources.page.tree import Block

_MARKS = " \"«»“”'"
_LONGEST_NAME = 48
_MOST_WORDS = 6
_LONGEST_LINE = 200
_AND = re.compile(r"\s*(?:[،,;|&/]|\s\+\s|\s(?:and|و)\s|(?<=\s)و(?=[\u0621-\u064a]{3,}))\s*")
_DASH = re.compile(r"\s+[-–—]\s+|\s*[-–—](?=\s)|(?<=\s)[-–—]\s*")
_AGENCIES_PARTED = re.compile(r"\s*[+،,/|]\s*|\s+و\s*(?=[\u0621-\u064a])")


@dataclass(frozen=True, slots=True)
class People:
    """Names of people, and of agencies."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def people(told: Sequence[str], shown: Iterable[str], outlet: str, title: str) -> People:
    """The authors that the page tells, else those in the lines it shows; agencies apart, the outlet left out."""
    first = _sorted(told, outlet, title)
    if first.authors:
        return first
    second = _sorted([name for line in shown for name in _shown_names(line)], outlet, title)
    return People(second.authors, tuple(dict.fromkeys((*first.agencies, *second.agencies))))


def _sorted(names: Iterable[str], outlet: str, title: str) -> People:
    known = load_furniture()
    authors, agencies = [], []
    for name in names:
        for part in _parts(name) if len(name) <= _LONGEST_LINE else ():
            plain = folded(part)
            if not plain:
                continue
            if plain in known.agencies:
                agencies.append(part)
            elif plain != folded(outlet) and plain != folded(title) and _is_name(part) and plain.split()[0] not in known.roles and plain not in known.author_labels:
                authors.append(part)
    return People(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(agencies)))


def _parts(name: str) -> list[str]:
    """The names in one: «سالم البوسعيدي وهند الكندي», «القاهرة - أحمد علي»."""
    found = []
    known = load_furniture()
    for each in _AND.split(re.sub(r"^\s*[^:]{2,20}:\s+(?=\S+ \S)", "", _unlabelled(name))):
        parts = [p.strip(" -–—:") for p in _DASH.split(each) if p.strip(" -–—:")]
        agencies = [p for p in parts if folded(p) in known.agencies]
        full = [p for p in parts if len(p.split()) > 1 and folded(p) not in known.agencies]
        if len(parts) > 1:
            found += agencies or full[-1:] or parts[:1]
        else:
            found += parts
    whole = " ".join(found)
    return found if all(len(p.split()) > 1 or folded(p) in known.agencies for p in found) or len(found) == 1 else [whole] if len(found) == 2 and " و" in name else found


def _unlabelled(name: str) -> str:
    """A name without «بقلم» before it."""
    return next((rest for label in load_furniture().author_labels if (rest := after_label(name, label)) is not None), name)


def after_label(line: str, label: str) -> str | None:
    """What stands behind a label at the beginning of a line; None where it does not begin so."""
    words = line.split()
    count = len(label.split())
    if len(words) <= count or folded(" ".join(words[:count])) != label:
        match = re.match(r"\s*([^:،,]{1,20}?)\s*[:،,/]\s*(.+)$", line)
        return match[2].strip() if match and folded(match[1]) == label else None
    return " ".join(words[count:]).lstrip(" :،,-–/").rstrip(" :،,")


def _shown_names(line: str) -> list[str]:
    """The names in a line that begins like «كتب:»; a line marked as byline comes with its label."""
    if len(line) > 120:
        return []
    known = load_furniture()
    for label in known.author_labels:
        rest = after_label(line, label)
        if rest and len(rest) <= _LONGEST_NAME * 3 and (label in known.sure_author_labels or line.rstrip().endswith(":") or _follows(line, label)):
            return [rest]
    return []


def _follows(line: str, label: str) -> bool:
    """Whether a label has a colon or a dash behind it."""
    words = line.split()
    count = len(label.split())
    return words[count - 1].endswith((":", "،", ",", "/")) or (len(words) > count and words[count] in (":", "-", "–", "—", "/", "|"))


def _is_name(part: str) -> bool:
    return 0 < len(part) <= _LONGEST_NAME and len(part.split()) <= _MOST_WORDS and not re.search(r"[\d@:/]|\.(?:com|net)", part) and not load_furniture().is_furniture(part)


def is_byline(line: str) -> bool:
    """Whether a short line only tells who wrote."""
    if len(line) > 80:
        return False
    names = _shown_names(line)
    return bool(names) and len(names[0].split()) <= 8 and not line.rstrip().endswith((".", "؟", "!"))


def sources_in(line: str) -> tuple[str, ...]:
    """The agencies of a line like «المصدر: الأفق + رويترز»; none of other lines."""
    if len(line) > _LONGEST_LINE:
        return ()
    match = re.match(r"^\s*[(\[]?([^:]{2,20}?)\s*:\s*(.{2,100}?)[)\]]?\.?$", line)
    if match and folded(match[1]) in load_furniture().source_labels:
        return tuple(name for each in _AGENCIES_PARTED.split(match[2]) if (name := each.strip(_MARKS)))
    return ()


def byline_lines(blocks: "Sequence[Block]", marked: Iterable[str]) -> list[str]:
    """The lines that may name who wrote: those around the headline as they are, those marked as byline with a label."""
    return [b.text for b in blocks] + [line if _shown_names(line) else f"By: {line}" for line in marked]
