"""Web archives (WARC, WARC.gz): the pages among their responses, one record in memory at a time."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from khabar.errors import SourceError
from khabar.sources.found import LARGEST_PAGE, Input, Opener, Options, Outcome, Refusal
from khabar.sources.html import html_article
from khabar.sources.http_body import charset_of, opened_body
from khabar.sources.page_bytes import page_text

_PAGES = ("text/html", "application/xhtml+xml")


def warc_pages(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each response that is a page; one line for each that is not whole, not found, too large or no page."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(given.stream):
            if record.rec_type in ("response", "resource"):
                number += 1
                yield _outcome(record, given, f"{given.name}: record {number}")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, TypeError, AttributeError, IndexError, KeyError) as fault:
        raise SourceError(f"{given.name}: broken after record {number}: {fault}".split("\n")[0]) from fault
    if not number:
        raise SourceError(f"{given.name}: no response in this web archive")


def _outcome(record: Any, given: Input, place: str) -> Outcome:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = f"{place} ({url})" if url else place
    try:
        text = _page(record, place)
        article = html_article(text, place, url=url or None)
    except SourceError as fault:
        return Refusal(given.name, str(fault))
    key = hashlib.sha256((url or text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return replace(article, id=key)


def _page(record: Any, place: str) -> str:
    """The text of a response's page; raises SourceError where it has none."""
    headers = record.http_headers
    status = headers.get_statuscode() if headers is not None else "200"
    if status != "200":
        raise SourceError(f"{place}: status {status or 'unknown'}")
    kind = ((headers.get_header("Content-Type") if headers is not None else record.rec_headers.get_header("Content-Type")) or "").split(";")[0].strip().lower()
    if kind and kind not in _PAGES:
        raise SourceError(f"{place}: not a page ({kind})")
    if record.rec_headers.get_header("WARC-Truncated"):
        raise SourceError(f"{place}: cut short ({record.rec_headers.get_header('WARC-Truncated')})")
    raw = record.raw_stream.read(LARGEST_PAGE + 1)
    if len(raw) > LARGEST_PAGE:
        raise SourceError(f"{place}: larger than {LARGEST_PAGE // 1_000_000} MB")
    told = {name.lower(): value for name, value in headers.headers} if headers is not None else {}
    return page_text(opened_body(raw, told, place), place, charset_of(told.get("content-type", "")))
