"""Inputs of every command: files or standard input, one article or many, each failure told in one line and kept."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources import Form, article_of, articles_in, decoded, form_of

USAGE, PARTLY = 2, 3


@dataclass(slots=True)
class Inputs:
    """What was asked to be read; `failed` collects the lines of what could not be, `done` counts what could."""

    files: Sequence[str]
    form: Form
    published: str | None
    outlet: str | None
    failed: list[dict[str, str]] = field(default_factory=list)
    done: int = 0

    def articles(self) -> Iterator[Article]:
        """Every article that can be read; each that cannot is told on standard error."""
        for name in self.files or ("-",):
            try:
                yield from self._of_file(name)
            except SourceError as fault:
                self._fail(name, fault)

    def _of_file(self, name: str) -> Iterator[Article]:
        if name == "-" and self.form == "jsonl":
            yield from self._streamed(sys.stdin.buffer, "standard input")
            return
        shown = "standard input" if name == "-" else name
        text = decoded(_bytes(name), shown)
        kind = form_of(text) if self.form == "auto" else self.form
        if kind == "jsonl":
            for number, line in enumerate(text.split("\n"), 1):
                yield from self._of_line(line, shown, number)
            return
        for article in articles_in(text, shown, kind):
            yield self._told(article)

    def _streamed(self, stream: BinaryIO, name: str) -> Iterator[Article]:
        for number, raw in enumerate(stream, 1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as fault:
                self._fail(name, SourceError(f"{name}: line {number}: not UTF-8 (byte {fault.start} of the line)"))
                continue
            yield from self._of_line(line, name, number)

    def _of_line(self, line: str, name: str, number: int) -> Iterator[Article]:
        if not line.strip():
            return
        try:
            article = article_of(line, name, number)
        except SourceError as fault:
            self._fail(name, fault)
            return
        yield self._told(article)

    def _told(self, article: Article) -> Article:
        """The article with what the options tell and its page does not."""
        self.done += 1
        if self.published and not article.published:
            article = replace(article, published=self.published, published_basis="option")
        return replace(article, outlet=self.outlet) if self.outlet and not article.outlet else article

    def _fail(self, name: str, fault: SourceError) -> None:
        click.echo(f"khabar: {fault}", err=True)
        self.failed.append({"input": name, "error": str(fault)})

    def finish(self, failures: str | None) -> None:
        """Writes the list of failures where one is wanted, and ends with what the inputs deserve."""
        if failures:
            Path(failures).write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in self.failed), "utf-8")
        if self.failed:
            sys.exit(PARTLY if self.done else USAGE)


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise SourceError(f"{name}: a folder, not a file")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file") from None
    except OSError as fault:
        raise SourceError(f"{name}: {fault.strerror}") from fault


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An option that is a day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as fault:
        raise click.BadParameter(f"{value!r} is not a day like 2024-09-13") from fault
