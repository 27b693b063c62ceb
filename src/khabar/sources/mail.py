"""Newsletters: a mailbox (mbox) or one mail; each mail is an article."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.copied import copied_article
from khabar.sources.found import LARGEST_LINE, Input, Opener, Options, Outcome, Refusal
from khabar.sources.html import html_article
from khabar.sources.rows import sound, times

_LARGEST_MAIL = 25_000_000


def mbox_mails(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each mail of a mailbox, one mail in memory at a time."""
    lines: list[bytes] = []
    number, size = 0, 0
    while line := given.stream.readline(LARGEST_LINE):
        if line.startswith(b"From ") and (not lines or lines[-1] in (b"\n", b"\r\n")):
            if lines or size:
                yield _outcome(given, number, lines, size)
            number, lines, size = number + 1, [], 0
            continue
        size += len(line)
        if size <= _LARGEST_MAIL:
            lines.append(line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line)
    if lines:
        yield _outcome(given, number, lines, size)


def one_mail(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of one mail."""
    raw = given.stream.read(_LARGEST_MAIL + 1)
    yield _outcome(given, 0, [raw], len(raw))


def _outcome(given: Input, number: int, lines: list[bytes], size: int) -> Outcome:
    place = f"{given.name}: mail {number}" if number else given.name
    if size > _LARGEST_MAIL:
        return Refusal(given.name, f"{place}: larger than {_LARGEST_MAIL // 1_000_000} MB")
    try:
        return _article(b"".join(lines), place)
    except SourceError as fault:
        return Refusal(given.name, str(fault))


def _article(raw: bytes, place: str) -> Article:
    try:
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        part = mail.get_body(("html", "plain"))
        if part is None:
            raise SourceError(f"{place}: a mail without a text")
        content = part.get_content()
        subject, sender, stamp = (_header(mail, name) for name in ("Subject", "From", "Date"))
        identity = _header(mail, "Message-ID")
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as fault:
        raise SourceError(f"{place}: not a mail that can be read: {fault}") from fault
    if not isinstance(content, str) or not content.strip():
        raise SourceError(f"{place}: a mail without a text")
    content = sound(content)
    html = part.get_content_subtype() == "html"
    article = html_article(content, place) if html else copied_article(content, place)
    return _with_headers(article, subject, sender, stamp, identity, place)


def _with_headers(article: Article, subject: str, sender: str, stamp: str, identity: str, place: str) -> Article:
    """The article, what its text does not tell taken from the headers."""
    try:
        day, at = times(stamp, place)
    except SourceError:
        day, at = None, None
    return replace(
        article, id=identity.strip("<> ") or article.id, title=subject or article.title, outlet=article.outlet or sender.split("<")[0].strip(' "') or None,
        published=article.published or day, published_at=article.published_at if article.published else at,
        published_basis=article.published_basis or ("metadata" if day else None),
    )


def _header(mail: EmailMessage, name: str) -> str:
    return sound(" ".join(str(mail.get(name, "")).split()))
