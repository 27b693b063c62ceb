"""Writes a web archive: generated pages, and all that goes wrong in a crawl. A program of its own, since warcio's writer leaves its temporary files to the collector."""

import gzip
import io
import sys
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WORDS = "زار وفد من طلاب الجامعة رقم {} متحف المدينة القديمة، واطلع على المخطوطات التي رممت في السنوات الأخيرة."
MORE = "وقالت مديرة المتحف نجوى صالح إن عدد الزوار بلغ {} زائر منذ بداية العام، وهو رقم لم يسجل من قبل."


def page(number: int) -> str:
    return f"<html><head><meta charset=utf-8></head><body><article><h1>وفد الطلاب في المتحف القديم {number}</h1><p>{WORDS.format(number)}</p><p>{MORE.format(number)}</p></article></body></html>"


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


# What stands behind a page's address: body, status, headers, and a part of the line that refuses it ("" where it is read).
ODD = [
    (gzip.compress(page(1).encode()), "200 OK", [("Content-Encoding", "gzip")], ""),
    (chunked(page(2).encode()), "200 OK", [("Transfer-Encoding", "chunked")], ""),
    (chunked(gzip.compress(page(3).encode())), "200 OK", [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], ""),
    (page(4).encode(), "200 OK", [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], ""),  # as archives keep bodies that were opened before
    (page(5).replace("<meta charset=utf-8>", "").encode("utf-16"), "200 OK", [], ""),
    (page(6).replace("utf-8", "windows-1256").encode("cp1256"), "200 OK", [], ""),
    (page(7).replace("<meta charset=utf-8>", "").encode("iso8859-6", "replace"), "200 OK", [("Content-Type", "text/html; charset=ISO-8859-6")], ""),
    (gzip.compress(page(8).encode())[:-30], "200 OK", [("Content-Encoding", "gzip")], "cut short"),
    (chunked(page(9).encode())[:-40], "200 OK", [("Transfer-Encoding", "chunked")], "cut short"),
    (page(10).encode()[:300], "200 OK", [("Content-Length", "700")], "cut short"),
    (b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 60, "200 OK", [("Content-Encoding", "gzip")], "broken compression"),
    (b"gone", "404 Not Found", [], "status 404"),
    (b"", "301 Moved Permanently", [("Location", "/x")], "status 301"),
    (b"\x89PNG\r\n\x1a\n" + bytes(500), "200 OK", [("Content-Type", "image/png")], "not a page (image/png)"),
    (b"%PDF-1.7" + bytes(500), "200 OK", [], "not a text (PDF)"),
    (b"<p>" + b"x" * 30_000_000, "200 OK", [], "larger than 10 MB"),
    (gzip.compress(b"<p>" + bytes(30_000_000)), "200 OK", [("Content-Encoding", "gzip")], "unpacks to more than 10 MB"),
    (b"<html><body></body></html>", "200 OK", [], "no article"),
    (b"", "200 OK", [], "empty"),
    (b"<html>brotli", "200 OK", [("Content-Encoding", "br")], "compressed with br"),
]


def write(path: Path, pages: int, packed: bool = True) -> None:
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "a test"}))
        for number in range(pages):
            _response(writer, f"https://museum.example/{number}", page(number).encode(), "200 OK", [])
        for number, (body, status, headers, _) in enumerate(ODD):
            _response(writer, f"https://odd.example/{number}", body, status, headers)


def _response(writer: WARCWriter, url: str, body: bytes, status: str, headers: list[tuple[str, str]]) -> None:
    named = {name for name, _ in headers}
    told = headers + [pair for pair in (("Content-Type", "text/html"), ("Content-Length", str(len(body)))) if pair[0] not in named and "Transfer-Encoding" not in named or pair[0] == "Content-Type" and "Content-Type" not in named]
    http = StatusAndHeaders(status, told, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b""), http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)))
    writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[1].endswith(".gz"))
