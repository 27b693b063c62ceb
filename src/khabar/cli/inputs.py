"""Inputs of every command: files, folders, archives, addresses or standard input; each failure told in one line and kept."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

import click

from khabar.cli.web_access import fetching
from khabar.model import Article
from khabar.sources import Form, Options, Outcome, Refusal, open_sources, with_reprints

USAGE, PARTLY = 2, 3


@dataclass(slots=True)
class Inputs:
    """What was asked to be read; `failed` collects the lines of what could not be, `done` counts what could, `foreign` what is not Arabic."""

    files: Sequence[str]
    form: Form
    published: str | None
    outlet: str | None
    columns: tuple[tuple[str, str], ...] = ()
    outcomes: Callable[[Sequence[str], Options], Iterator[Outcome]] = open_sources
    languages: Literal["arabic", "any"] = "arabic"
    failed: list[dict[str, str]] = field(default_factory=list)
    done: int = 0
    foreign: int = 0

    def articles(self) -> Iterator[Article]:
        """Every article that can be read; each that cannot is told on standard error."""
        options = Options(form=self.form, languages=self.languages, columns=self.columns, fetch=fetching(), standard_input=sys.stdin.buffer)
        for outcome in self.outcomes(self.files or ("-",), options):
            if isinstance(outcome, Refusal):
                self._refused(outcome)
            else:
                yield self._told(outcome)

    def _told(self, article: Article) -> Article:
        """The article with what the options tell and its page does not."""
        self.done += 1
        if self.published and not article.published:
            article = replace(article, published=self.published, published_basis="option")
        return replace(article, outlet=self.outlet) if self.outlet and not article.outlet else article

    def _refused(self, refusal: Refusal) -> None:
        if refusal.cause == "language":
            self.foreign += 1
            return
        click.echo(f"khabar: {refusal.message}", err=True)
        self.failed.append({"input": refusal.source, "error": refusal.message})

    def finish(self, failures: str | None) -> None:
        """Writes the list of failures where one is wanted, and ends with what the inputs deserve."""
        if self.foreign:
            click.echo(f"khabar: {self.foreign} not in Arabic, skipped", err=True)
        if failures:
            Path(failures).write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in self.failed), "utf-8")
        if self.failed or (self.foreign and not self.done):
            sys.exit(PARTLY if self.done else USAGE)


def together(names: Sequence[str], options: Options) -> Iterator[Outcome]:
    """Sources read together: reprints name the first that had their text."""
    return with_reprints(open_sources(names, options))


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An option that is a day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as fault:
        raise click.BadParameter(f"{value!r} is not a day like 2024-09-13") from fault


def columns(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[tuple[str, str], ...]:
    """An option like text=content,published=date_extracted."""
    from khabar.sources.rows import NAMES

    pairs = []
    for each in (value or "").split(",") if value else ():
        wanted, _, column = (part.strip() for part in each.partition("="))
        if wanted not in NAMES or not column:
            raise click.BadParameter(f"{each!r} is not FIELD=COLUMN; the fields are {', '.join(NAMES)}")
        pairs.append((wanted, column))
    return tuple(pairs)
