"""What a file is, by its first bytes; its name only decides between tables."""

import re

from khabar.sources.found import Form

_TAR_MARK = slice(257, 262)
_MARKS: tuple[tuple[bytes, Form], ...] = ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"PAR1", "parquet"), (b"WARC/", "warc"))
_TAGS = ("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<!doctype", "<main", "<section", "<table", "<meta", "<h1")
_FEED = re.compile(r"<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\s>]", re.I)
_GDELT = re.compile(r"\d+ [0-9a-f]{32} https?://")
_MAIL = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*: [^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL_HEADER = re.compile(r"^(?:From|Received|Return-Path|MIME-Version|Message-ID|Subject): ", re.M)


def form_of_bytes(head: bytes, name: str) -> Form:
    """What begins with `head`; `name` tells a table from a text."""
    for mark, form in _MARKS:
        if head.startswith(mark):
            return form
    if head[_TAR_MARK] == b"ustar":
        return "tar"
    if head.startswith(b"From ") and b"\n" in head and _MAIL_HEADER.search(head.split(b"\n", 1)[1][:4000].decode("latin-1")):
        return "mbox"
    if head[:2] in (b"<\0", b"\0<"):
        return form_of(head[: len(head) // 2 * 2].decode("utf-16-le" if head[0] else "utf-16-be", "ignore"), name)
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig" if head.startswith(b"\xef\xbb\xbf") else "latin-1"
    return form_of(head.decode(encoding, "ignore"), name)


def form_of(text: str, name: str = "") -> Form:
    """What `text` looks like: a page, JSON, a table, a feed, a mail, or text."""
    start = text.lstrip("\ufeff \t\r\n")[:4000]
    low = start.lower()
    if start.startswith("{") and '"' in start:
        return _json_form(start)
    if re.match(r"\[\s*\{", start):
        return "json"
    if low.startswith("<"):
        return _tagged(start, low)
    if _GDELT.match(start):
        return "tsv"
    if name.lower().endswith((".csv", ".tsv", ".tab")):
        return "csv" if name.lower().endswith(".csv") and start.split("\n", 1)[0].count("\t") < 10 else "tsv"
    if _MAIL.match(start.replace("\r\n", "\n")) and len(_MAIL_HEADER.findall(start)) >= 2:
        return "mail"
    return "list" if _is_list(start) else "text"


def _is_list(start: str) -> bool:
    """Whether every line is an address, but for blank ones and comments; the last may be cut."""
    lines = [line.strip() for line in start.split("\n")]
    kept = [line for line in (lines[:-1] if len(lines) > 1 else lines) if line and not line.startswith("#")]
    return bool(kept) and all(re.fullmatch(r"https?://\S+", line, re.I) for line in kept)


def _json_form(start: str) -> Form:
    """A line is an object, or the object goes on over lines; a JSON Feed says so."""
    if "jsonfeed.org/version" in start[:300]:
        return "feed"
    first, _, rest = start.partition("\n")
    return "json" if rest.strip() and not first.rstrip().endswith("}") and not rest.lstrip().startswith("{") else "jsonl"


def _tagged(start: str, low: str) -> Form:
    """A feed, a list of pages, or a page."""
    if not low.startswith("<!doctype html") and (found := _FEED.search(start[:2000])) and "<html" not in low[: found.start()]:
        return "sitemap" if found[1].lower() in ("urlset", "sitemapindex") else "feed"
    return "html" if low.startswith((*_TAGS, "<?xml", "<!--")) or re.match(r"<[a-z]+[\s>]", low) and "</" in low else "text"
