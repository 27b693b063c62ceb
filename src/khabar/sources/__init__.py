"""From files, pages and copied text to articles."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from khabar.model import Article
from khabar.sources.bytes import decoded
from khabar.sources.copied import copied_article
from khabar.sources.html import html_article
from khabar.sources.jsonlines import article_of

Form = Literal["auto", "text", "html", "jsonl"]

__all__ = ["Form", "article_of", "articles_in", "decoded", "form_of"]


def form_of(text: str) -> Form:
    """What `text` looks like: a page, JSON lines, or text."""
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith("{") and '"' in start:
        return "jsonl"
    if start.startswith(("<!doctype", "<html", "<?xml", "<head", "<body", "<article", "<div", "<p>", "<!--")):
        return "html"
    return "text"


def articles_in(text: str, name: str, form: Form) -> Iterator[Article]:
    """The articles of one input called `name`; each bad line of JSON lines raises when it is its turn."""
    kind = form_of(text) if form == "auto" else form
    if kind == "jsonl":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield article_of(line, name, number)
        return
    article = html_article(text, name) if kind == "html" else copied_article(text, name)
    yield replace(article, id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
