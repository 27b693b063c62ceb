"""Tables: CSV, TSV, the address lists of GDELT, and Parquet."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain

from khabar.errors import SourceError
from khabar.sources.bytes import decoded
from khabar.sources.found import LARGEST_LINE, Input, Opener, Options, Outcome, Refusal
from khabar.sources.jsonlines import lines
from khabar.sources.rows import NAMES, of_values, only_address

_GKG, _EVENTS = (26, 27), (57, 58, 61)
_ADDRESS = re.compile(r"https?://[^\s\t]+")
_ROWS_AT_ONCE = 256


def csv_rows(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each row of a comma-, semicolon- or tab-separated file whose first row names the columns."""
    yield from _rows(given, options, "")


def tsv_rows(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each row of a tab-separated file; GDELT's headerless lists give their addresses."""
    yield from _rows(given, options, "\t")


def _rows(given: Input, options: Options, sign: str) -> Iterator[Outcome]:
    csv.field_size_limit(LARGEST_LINE)
    source = _text_lines(given)
    first = next(source, "")
    reader = csv.reader(chain([first], source), delimiter=sign or _sign(first), strict=False)
    try:
        header = [name.strip() for name in next(reader, [])]
        if (address := gdelt_column(header)) is not None:
            yield from _addresses(given.name, chain([header], reader), address)
            return
        _check(given.name, header, options)
        for row in reader:
            if row:
                yield _of_row(given.name, f"{given.name}: line {reader.line_num}", header, row, options)
    except csv.Error as fault:
        raise SourceError(f"{given.name}: line {reader.line_num}: not a table: {fault}") from fault


def _text_lines(given: Input) -> Iterator[str]:
    """The lines as text, whichever of the usual encodings they are in."""
    head = given.stream.peek(65536)  # type: ignore[attr-defined]
    if not _utf8(head):
        text = decoded(given.stream.read(), given.name)
        yield from io.StringIO(text, newline="")
        return
    for _, line in lines(given):
        if isinstance(line, Refusal):
            raise SourceError(line.message)
        yield line


def _utf8(head: bytes) -> bool:
    """Whether `head`, which may end within a letter, is UTF-8."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as fault:
        return len(head) - fault.start < 4
    return True


def _sign(header: str) -> str:
    """What parts the columns of a header."""
    return max(",;\t|", key=header.count)


def _check(name: str, header: list[str], options: Options) -> None:
    """A table must have a text, or at least an address, under a name that is known or told."""
    for wanted, column in options.columns:
        if column not in header:
            raise SourceError(f"{name}: line 1: no column {column!r} for {wanted}; it has {', '.join(header[:20])}")
    named = dict(options.columns)
    texts = (named["text"],) if "text" in named else NAMES["text"]
    if not any(column in header for column in (*texts, *NAMES["url"])):
        raise SourceError(f"{name}: line 1: no column of text; say which with --map text=COLUMN (it has {', '.join(header[:20])})")


def _of_row(name: str, place: str, header: list[str], row: list[str], options: Options) -> Outcome:
    if len(row) > len(header):
        return Refusal(name, f"{place}: {len(row)} cells under {len(header)} columns")
    return of_values(name, place, dict(zip(header, row, strict=False)), options.columns)


def gdelt_column(row: list[str]) -> int | None:
    """Where a headerless row of GDELT's GKG (column 5) or Events (the last) holds its address; None for other tables."""
    if len(row) in _GKG and _ADDRESS.match(row[4]):
        return 4
    if len(row) in _EVENTS and _ADDRESS.match(row[-1]) and row[0].isdigit():
        return len(row) - 1
    if len(row) == 1 and len(parts := row[0].split()) == 3 and parts[0].isdigit() and _ADDRESS.match(parts[2]):
        return 0
    return None


def _addresses(name: str, rows: Iterator[list[str]], column: int) -> Iterator[Outcome]:
    for number, row in enumerate(rows, 1):
        found = _ADDRESS.search(row[column]) if column < len(row) else None
        yield only_address(name, f"{name}: line {number}", found[0]) if found else Refusal(name, f"{name}: line {number}: no address")


def parquet_rows(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The article of each row of a Parquet file, a few hundred rows at a time."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise SourceError(f"{given.name}: Parquet needs pyarrow: pip install 'khabar[parquet]'") from None
    try:
        file = parquet.ParquetFile(given.stream)
        _check(given.name, list(file.schema_arrow.names), options)
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            for values in batch.to_pylist():
                number += 1
                yield of_values(given.name, f"{given.name}: row {number}", values, options.columns)
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as fault:
        raise SourceError(f"{given.name}: not Parquet that can be read: {str(fault).splitlines()[0]}") from fault
