"""Which parts of a page are furniture, which hold the body: by tag, role and the words of their class and id."""

import re
from itertools import pairwise
from typing import Any

from khabar.sources.furniture import load_page_parts
from khabar.sources.page.tree import names_of, tag_of

_WORDS = re.compile(r"[a-z]+")
_FURNITURE_TAGS = frozenset("nav footer aside form figure figcaption dialog menu amp-ad amp-sidebar amp-social-share amp-analytics amp-carousel amp-embed ins".split())
_FURNITURE_ROLES = frozenset("navigation contentinfo complementary search banner dialog alert menu menubar toolbar".split())
_NEVER = frozenset("html body main".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BUILDERS = frozenset(("elementor", "et", "vc", "fusion", "wpb", "siteorigin"))
_SMALL = 120


def words_of(element: Any) -> list[str]:
    """The words of the class and id of an element."""
    return _WORDS.findall(names_of(element))


def classes_of(element: Any) -> list[str]:
    """Its classes and id, each whole, with - between words."""
    return [re.sub(r"[_\-]+", "-", name) for name in names_of(element).split()]


def marks(element: Any, wanted: frozenset[str]) -> bool:
    """Whether a word of its class, or two joined by -, is one of `wanted`."""
    words = words_of(element)
    return any(word in wanted for word in words) or any(f"{a}-{b}" in wanted for a, b in pairwise(words))


def is_furniture(element: Any) -> bool:
    """Whether a part of a page is no news by its tag, role, class or id."""
    tag = tag_of(element)
    if tag in _NEVER:
        return False
    if tag in _FURNITURE_TAGS or (element.get("role") or "") in _FURNITURE_ROLES or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or "") or (element.get("itemprop") or "") in ("comment", "keywords", "caption"):
        return True
    words = words_of(element)
    if not words:
        return False
    parts = load_page_parts()
    if not parts.unseen.isdisjoint(classes_of(element)):
        return True
    if tag == "article":  # its classes name categories and tags of the story
        return "related" in words or "teaser" in words
    if not parts.furniture.isdisjoint(words) and not _states_of_page(element):
        return True
    if any(pair in parts.pairs for pair in pairwise(words)):
        return True
    return not parts.small.isdisjoint(words) and len(element.text_content()) < _SMALL and tag != "p"


def _states_of_page(element: Any) -> bool:
    """Whether the words only tell what a holder has: has-sidebar, with-comments, comments-open."""
    parts = load_page_parts()
    for name in classes_of(element):
        words = _WORDS.findall(name)
        if words and words[0] in _BUILDERS:  # a page builder calls every part a widget
            words = [word for word in words if word not in ("widget", "widgets")]
        if not parts.furniture.isdisjoint(words) and not (words[0] in ("has", "with", "no", "is") or words[-1] in ("open", "closed", "enabled", "disabled", "on", "off")) and "with" not in words:
            return False
    return True


def is_body(element: Any) -> bool:
    """Whether an element is marked as holding the body of an article."""
    if "articlebody" in f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower():
        return True
    if tag_of(element) in ("html", "body", "p", "span", "a", "li", "h1", "h2", "h3"):
        return False
    parts = load_page_parts()
    for name in classes_of(element):
        words = _WORDS.findall(name)
        if name in parts.body_exact or name.replace("-", "") in parts.body_whole or (words and words[0] in parts.body_whole):
            return True
        if any(a in parts.body_first and b in parts.body_second for a, b in pairwise(words)) and words[-1] in parts.body_second:
            return True
    return False
