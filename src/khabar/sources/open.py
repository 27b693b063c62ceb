"""One entry for everything that news comes in: names of files, folders, archives and addresses become articles and refusals, one by one."""

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.bytes import decoded
from khabar.sources.copied import copied_article
from khabar.sources.folders import files_in
from khabar.sources.found import LARGEST_PAGE, LARGEST_TEXT, Form, Input, Opener, Options, Outcome, Reader, Refusal
from khabar.sources.http_body import charset_of
from khabar.sources.jsonlines import json_lines, json_whole, lines, whole
from khabar.sources.kinds import form_of_bytes
from khabar.sources.language import language_of
from khabar.sources.page_bytes import page_text
from khabar.sources.rows import only_address

_TRACKING = re.compile(r"([?&])(?:utm_\w+|fbclid|gclid|xtor|at_\w+)=[^&]*&?", re.I)
STANDARD_INPUT = "standard input"


def open_sources(names: Iterable[str], options: Options) -> Iterator[Outcome]:
    """Every article of `names` (files, folders, archives, addresses, `-`) in order, and one refusal for each part that gives none. Holds one part at a time."""
    for name in names:
        shown = STANDARD_INPUT if name == "-" else name
        try:
            for outcome in _named(name, options):
                yield _in_arabic(outcome, shown, options) if isinstance(outcome, Article) else outcome
        except SourceError as fault:
            yield _of(shown, Refusal(shown, str(fault)))


def _in_arabic(article: Article, name: str, options: Options) -> Outcome:
    """The article with its language, or its refusal where that is not Arabic."""
    found = language_of(article.text)
    if found.is_arabic:
        return article if found.code in ("ar", "und") else replace(article, language=found.code)
    if options.languages == "any":
        return replace(article, language=found.code)
    told = "" if found.code == "other" else f" ({found.code})"
    return Refusal(name, f"{article.url or article.id}: not in Arabic{told}", "language")


def is_address(name: str) -> bool:
    """Whether a name is an address of the web."""
    return name.lower().startswith(("http://", "https://"))


def _named(name: str, options: Options) -> Iterator[Outcome]:
    if name == "-":
        if options.standard_input is None:
            raise SourceError("-: no standard input here")
        yield from read_input(Input(STANDARD_INPUT, _peekable(options.standard_input)), options)
    elif is_address(name):
        yield from _fetched(name, options)
    elif Path(name).is_dir():
        empty = True
        for path in files_in(Path(name)):
            empty = False
            yield from _file(str(path), options)
        if empty:
            yield Refusal(name, f"{name}: a folder with no file to read")
    else:
        yield from _file(name, options)


def _file(name: str, options: Options) -> Iterator[Outcome]:
    try:
        with Path(name).open("rb") as stream:
            yield from read_input(Input(name, stream), options)
    except FileNotFoundError:
        yield Refusal(name, f"{name}: no such file")
    except SourceError as fault:
        yield _of(name, Refusal(name, str(fault)))
    except (OSError, ValueError) as fault:
        yield Refusal(name, f"{name}: {getattr(fault, 'strerror', None) or fault}")


def _fetched(name: str, options: Options) -> Iterator[Outcome]:
    if options.fetch is None:
        yield Refusal(name, f"{name}: an address, and no network here")
        return
    got = options.fetch(name)
    if isinstance(got, Refusal):
        yield got
    else:
        yield from read_input(got, options)


def _peekable(stream: object) -> "io.BufferedReader":
    """A stream that can be peeked at."""
    return cast("io.BufferedReader", stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream), 65536))


def input_of(name: str, body: bytes, url: str, content_type: str) -> Input:
    """The body of an answer as an input."""
    return Input(name, _peekable(io.BytesIO(body)), url, charset_of(content_type))


def read_input(given: Input, options: Options) -> Iterator[Outcome]:
    """The articles of one input, told by its first bytes or as `options.form` says. Raises SourceError where the whole of it cannot be read."""
    form: Form = options.form if options.form != "auto" and given.depth == 0 else "auto"
    if form == "auto":
        form = form_of_bytes(given.stream.peek(65536), given.name)  # type: ignore[attr-defined]

    def inner(part: Input) -> Iterator[Outcome]:
        return read_input(part, options)

    for outcome in _reader(form)(given, options, inner):
        yield outcome if given.depth or isinstance(outcome, Article) else _of(given.name, outcome)


def _of(name: str, refusal: Refusal) -> Refusal:
    """The refusal on one line, of the input that was asked for."""
    return replace(refusal, source=name, message=" ".join(refusal.message.split()))


def _page(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    from khabar.sources.html import html_article  # lxml is slow to load, and only pages need it

    text = page_text(whole(given.stream, LARGEST_PAGE, given.name), given.name, given.charset)
    yield replace(html_article(text, given.name, url=given.url), id=_key(_bare(given.url) if given.url else text))


def _text(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    text = decoded(whole(given.stream, LARGEST_TEXT, given.name), given.name)
    yield replace(copied_article(text, given.name), id=_key(text))


def _listed(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The addresses of a list, one a line."""
    for number, line in lines(given):
        place = f"{given.name}: line {number}"
        if isinstance(line, Refusal):
            yield line
        elif line.strip() and not line.startswith("#"):
            yield only_address(given.name, place, line.strip()) if is_address(line.strip()) else Refusal(given.name, f"{place}: no address")


def _bare(address: str) -> str:
    """An address without what only tells where a reader came from."""
    return _TRACKING.sub(r"\1", address.split("#")[0]).rstrip("?&")


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _reader(form: Form) -> Reader:
    """What reads a form; each is loaded when it is first wanted, since most runs want one."""
    if form in ("zip", "tar", "gzip"):
        from khabar.sources.archives import gzip_inside, tar_members, zip_members

        return {"zip": zip_members, "tar": tar_members, "gzip": gzip_inside}[form]
    if form in ("csv", "tsv", "parquet"):
        from khabar.sources.tables import csv_rows, parquet_rows, tsv_rows

        return {"csv": csv_rows, "tsv": tsv_rows, "parquet": parquet_rows}[form]
    if form in ("mbox", "mail"):
        from khabar.sources.mail import mbox_mails, one_mail

        return {"mbox": mbox_mails, "mail": one_mail}[form]
    if form in ("feed", "sitemap"):
        from khabar.sources.feeds import feed_articles

        return feed_articles
    if form == "warc":
        from khabar.sources.warc import warc_pages

        return warc_pages
    return _PLAIN[form]


_PLAIN: Mapping[Form, Reader] = {"text": _text, "html": _page, "json": json_whole, "jsonl": json_lines, "list": _listed}
