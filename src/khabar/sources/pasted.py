"""Articles of a text that is at hand: pasted, or held by a program."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from khabar.model import Article
from khabar.sources.copied import copied_article
from khabar.sources.jsonlines import article_of
from khabar.sources.kinds import form_of


def articles_in(text: str, name: str, form: Literal["auto", "text", "html", "jsonl"] = "auto") -> Iterator[Article]:
    """The articles of one text called `name`; each bad line of JSON lines raises SourceError when it is its turn."""
    kind = form_of(text) if form == "auto" else form
    if kind == "jsonl":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield article_of(line, name, number)
        return
    article = _page(text, name) if kind == "html" else copied_article(text, name)
    yield replace(article, id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def _page(text: str, name: str) -> Article:
    from khabar.sources.html import html_article  # lxml is slow to load, and only pages need it

    return html_article(text, name)
