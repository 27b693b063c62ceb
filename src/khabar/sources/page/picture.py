"""The picture of an article: its caption, and whose it is."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from khabar.sources.furniture import folded, load_furniture, load_page_parts
from khabar.sources.page.parts import is_furniture, marks
from khabar.sources.page.people import after_label
from khabar.sources.page.tree import Block, blocks, plain, tag_of, text_of

_BRACKETED = re.compile(r"^(?P<caption>.+?)\s*[(\[](?P<credit>[^()\[\]]{2,60})[)\]]\s*\.?$")
_LABELLED = re.compile(r"^(?P<caption>.*?)[\s\-–—|/،.(\[]*(?P<label>©|[^\s:\-–—|/،.()\[\]]+(?: [^\s:\-–—|/،.()\[\]]+)?)\s*[:،]\s*(?P<credit>[^:]{2,60}?)[)\]]?$")
_MARKED = re.compile(r"^(?P<caption>.*?)\s*©\s*(?P<credit>.{2,60})$")
_PARTED = re.compile(r"^(?P<caption>.+?)\s*[\-–—|/]\s*(?P<credit>[^\-–—|/]{2,40})$")
_ARCHIVE = frozenset(("ارشيف", "ارشيفيه", "صوره ارشيفيه", "من الارشيف", "تعبيريه", "صوره تعبيريه"))
_PICTURES = frozenset(("image", "img", "photo", "picture", "pic", "thumb", "thumbnail", "media", "cover", "featured", "mainimage", "articleimage", "newsimage", "hero"))
_LEAST_WORDS = 3
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Picture:
    """Caption and credit, None for what is not told; `parts` are the elements that show them."""

    caption: str | None = None
    credit: str | None = None
    parts: tuple[Any, ...] = ()


def picture(scope: Any, title: str, outlet: str, marked: Collection[Any]) -> Picture:
    """The caption and credit of the first picture under `scope` that has any; `marked` are elements that hold the body."""
    held = list(_held(scope, marked))
    for element in held:
        found = _captioned(element)
        if found.caption and folded(found.caption) not in (folded(title), folded(outlet)):
            beside = None if found.credit else _beside(element)
            credit = found.credit or (credit_name(text_of(beside)) if beside is not None else None)
            return Picture(found.caption, credit, (*held, *([beside] if beside is not None else [])))
    caption = next((alt for image in scope.iter("img", "amp-img") if (alt := _alt(image, title, outlet)) and not _in_furniture(image, scope)), None)
    words, credit = split_credit(caption) if caption else (None, None)
    return Picture(words, credit, tuple(held))


def _held(scope: Any, marked: Collection[Any]) -> Iterator[Any]:
    """The elements that hold a caption, in order."""
    parts = load_page_parts()
    done: set[Any] = set()
    for element in scope.iter():
        tag = tag_of(element)
        if not tag or element in marked or any(e in done for e in element.iterancestors()):
            continue
        wanted = tag in ("figure", "figcaption") or element.get("itemprop") == "caption" or (tag in ("div", "span", "p", "td", "small", "em", "dd", "amp-img") and marks(element, parts.caption)) or _is_picture_box(element, tag)
        if wanted and not _in_furniture(element, scope) and (tag == "figure" or 0 < len(element.text_content().strip()) <= _LONGEST):
            done.add(element)
            yield element


def captions(shown: Picture) -> tuple[str, ...]:
    """The captions of all pictures, in order: all that a gallery without a text says."""
    return tuple(dict.fromkeys(caption for part in shown.parts if (caption := _captioned(part).caption)))


def _beside(element: Any) -> Any:
    """A credit that stands beside a caption."""
    credit = load_page_parts().credit
    for each in (*element.itersiblings(), *element.itersiblings(preceding=True)):
        if tag_of(each) in ("span", "small", "cite", "div", "p", "em") and marks(each, credit) and 0 < len(each.text_content().strip()) <= 80:
            return each
    return None


def _in_furniture(element: Any, scope: Any) -> bool:
    """Whether an element stands in a list of other stories or the like."""
    for each in element.iterancestors():
        if each is scope:
            return False
        if tag_of(each) in ("figure", "figcaption", "main"):
            continue
        if is_furniture(each) and not marks(each, load_page_parts().caption) and not marks(each, frozenset(("gallery", "swiper", "slider", "carousel"))):
            return True
    return False


def _is_picture_box(table: Any, tag: str) -> bool:
    """Whether a table, or a box named so, only lays out a picture and its caption."""
    if tag not in ("table", "center", "td") and not (tag in ("div", "section") and marks(table, _PICTURES)):
        return False
    if tag == "td" and not _BRACKETED.match(" ".join(table.text_content().split())):
        return False
    if len(table.findall(".//img")) != 1 or table.findall(".//table") or not 0 < len(table.text_content().strip()) <= _LONGEST // 2:
        return False
    lines = blocks(table)
    return sum(b.linked for b in lines) * 2 < sum(len(b.text) for b in lines)


def _captioned(element: Any) -> Picture:
    """What one holder says: the credit in its own part, or told from the words."""
    parts = load_page_parts()
    credits = [e for e in element.iter() if e is not element and tag_of(e) in ("span", "small", "cite", "p", "div", "em", "i", "a") and marks(e, parts.credit) and e.text_content().strip()]
    if element.get("itemprop") == "caption" or tag_of(element) != "figure":
        lines = blocks(element, set(credits))
    else:
        captions = [e for e in element.iter("figcaption")] or [e for e in element.iter() if e is not element and tag_of(e) and marks(e, parts.caption)]
        lines = blocks(captions[0], set(credits)) if captions else blocks(element, set(credits))
    words = _without_label(" ".join(_text(b) for b in lines))
    if credits and not words:  # the part named credit holds the caption too
        return Picture(*split_credit(_without_label(text_of(credits[0]))))
    credit = credit_name(text_of(credits[0])) if credits else None
    return Picture(words or None, credit) if credit else Picture(*split_credit(words))


def _text(block: Block) -> str:
    return block.text


def _without_label(words: str) -> str:
    for label in load_furniture().caption_labels:
        rest = after_label(words, label)
        if rest is not None:
            return rest
    return words


def credit_name(words: str) -> str:
    """A credit without «تصوير:» before it."""
    bare = plain(words).strip(" ()[]|-–—")
    for label in load_furniture().credit_labels:
        rest = after_label(bare, label)
        if rest:
            return rest.strip(" ()[]")
    return bare.lstrip("© ").strip()


def split_credit(words: str) -> tuple[str | None, str | None]:
    """A caption and the credit behind it: in brackets, behind a label, or an agency behind a dash."""
    known = load_furniture()
    if len(words) > _LONGEST:
        return words, None
    if match := _BRACKETED.match(words):
        if folded(match["credit"]) not in _ARCHIVE:
            return match["caption"].strip(), credit_name(match["credit"])
        return words, None
    if match := _MARKED.match(words):
        return _trimmed(match["caption"]), match["credit"].strip()
    if (match := _LABELLED.match(words)) and (label := _label(match["label"])):
        caption = match["caption"] + (" " + match["label"][: -len(label)] if len(match["label"]) > len(label) else "")
        return _trimmed(caption), match["credit"].strip(" .")
    if (match := _PARTED.match(words)) and folded(match["credit"]) in known.agencies:
        return _trimmed(match["caption"]), match["credit"].strip(" .")
    return words or None, None


def _label(words: str) -> str:
    """The words, or the last of them, that are the label of a credit."""
    labels = load_furniture().credit_labels
    return next((w for w in (words, words.split()[-1] if words.split() else "") if folded(w) in labels), "")


def _trimmed(caption: str) -> str | None:
    return caption.strip(" -–—|/،(").strip() or None


def _alt(image: Any, title: str, outlet: str) -> str:
    """What the alternative text of a picture tells, where it is more than a name or the headline."""
    alt = plain(image.get("data-caption") or image.get("alt") or image.get("title") or "")
    same = folded(alt) in (folded(title), folded(outlet)) or folded(alt) in folded(title)
    return "" if same or len(alt.split()) < _LEAST_WORDS or not re.search("[\u0621-\u064a]{2}", alt) else alt
