"""Articles as JSON: one object a line, one object, or a list of them; the text taken as it is."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.bytes import decoded
from khabar.sources.found import LARGEST_LINE, LARGEST_TEXT, Input, Opener, Options, Outcome, Refusal
from khabar.sources.rows import article_of_row, of_values


def article_of(line: str, where: str, number: int, columns: Sequence[tuple[str, str]] = ()) -> Article:
    """The article of one line; `where` and `number` name its file and line in errors."""
    place = f"{where}: line {number}"
    return article_of_row(_object(_json(line, place), place), place, columns)


def _json(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        raise SourceError(f"{place}: not JSON: {fault.msg} (column {fault.colno})") from fault
    except RecursionError as fault:
        raise SourceError(f"{place}: not JSON that can be read: nested too deep") from fault
    except ValueError as fault:
        raise SourceError(f"{place}: not JSON that can be read: {fault}") from fault


def _object(found: object, place: str) -> Mapping[str, object]:
    if not isinstance(found, Mapping):
        raise SourceError(f"{place}: an object is wanted")
    return found


def json_lines(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each line, one by one; a line that is none is told and the next one read."""
    for number, line in lines(given):
        if isinstance(line, Refusal):
            yield line
        elif line.strip():
            place = f"{given.name}: line {number}"
            try:
                yield of_values(given.name, place, _object(_json(line, place), place), options.columns)
            except SourceError as fault:
                yield Refusal(given.name, str(fault))


def lines(given: Input) -> Iterator[tuple[int, str | Refusal]]:
    """The lines of an input with their numbers; UTF-8, or UTF-16 where it begins with its mark. One too long to hold ends the reading."""
    if given.stream.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):  # type: ignore[attr-defined]
        yield from enumerate(decoded(whole(given.stream, LARGEST_TEXT, given.name), given.name).split("\n"), 1)
        return
    number = 0
    while raw := given.stream.readline(LARGEST_LINE + 1):
        number += 1
        if len(raw) > LARGEST_LINE:
            yield number, Refusal(given.name, f"{given.name}: line {number}: longer than {LARGEST_LINE:,} bytes; the rest is not read")
            return
        try:
            yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as fault:
            yield number, Refusal(given.name, f"{given.name}: line {number}: not UTF-8 (byte {fault.start} of the line)")


def json_whole(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The articles of one JSON value: an object, a list of objects, or a list under `results`, `stories` or `articles`."""
    found = _json(decoded(whole(given.stream, LARGEST_TEXT, given.name), given.name), given.name)
    if isinstance(found, Mapping):
        found = next((found[key] for key in ("results", "stories", "articles") if isinstance(found.get(key), list)), [found])
    if not isinstance(found, list):
        raise SourceError(f"{given.name}: an object or a list is wanted")
    for number, each in enumerate(found, 1):
        place = f"{given.name}: item {number}" if len(found) > 1 else given.name
        try:
            yield of_values(given.name, place, _object(each, place), options.columns)
        except SourceError as fault:
            yield Refusal(given.name, str(fault))


def whole(stream: BinaryIO, limit: int, name: str) -> bytes:
    """All bytes of `stream`; raises SourceError where they are more than `limit`."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise SourceError(f"{name}: larger than {limit // 1_000_000} MB")
    return raw
