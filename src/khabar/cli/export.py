"""`khabar export`: the records of a store in the forms that other tools read."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khabar.cli.ingest import database
from khabar.cli.output import write
from khabar.cli.search import asked_of, filtered

if TYPE_CHECKING:
    from khabar.export.rows import Exported


@click.command()
@database
@click.option("--to", "form", required=True, type=click.Choice(["csv", "parquet", "jsonl", "plover"]), help="csv and parquet: a folder of tables; jsonl: records; plover: events.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="OUT", help="The new folder (csv, parquet) or the file; - is standard output.")
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which Excel knows UTF-8.")
@filtered
def export(db: Path, form: str, output: Path, bom: bool, **options: Any) -> None:
    """Writes the current records of a store, or those that the filters leave, in another form; nothing half-written is left."""
    from khabar.export.rows import Exported
    from khabar.store import Store

    if bom and form != "csv":
        raise click.UsageError("--bom goes with --to csv")
    if str(output) == "-" and form in ("csv", "parquet"):
        raise click.UsageError(f"{form} is a folder of tables; name one with -o")
    with Store.open(db) as store, contextlib.closing(store.records(asked_of(store, options))) as found:
        counts = _written((Exported(*each) for each in found), form, output, bom)
    click.echo(f"khabar: {output}: " + ", ".join(f"{number} {name}" for name, number in counts.items()), err=True)


def _written(records: "Iterator[Exported]", form: str, output: Path, bom: bool) -> dict[str, int]:
    """Writes one form; gives what was written and how much of it."""
    if form == "csv":
        from khabar.export.csv import write_csv

        return write_csv(records, output, "utf-8-sig" if bom else "utf-8")
    if form == "parquet":
        from khabar.export.parquet import write_parquet

        return write_parquet(records, output)
    counts = {"events" if form == "plover" else "records": 0}
    write(_counted(_lines(records, form), counts), None if str(output) == "-" else str(output))
    return counts


def _lines(records: "Iterator[Exported]", form: str) -> Iterator[str]:
    if form == "jsonl":
        return (exported.record.to_json() + "\n" for exported in records)
    from khabar.export.plover import plover_lines

    return plover_lines(records)


def _counted(lines: Iterator[str], counts: dict[str, int]) -> Iterator[str]:
    (name,) = counts
    for line in lines:
        counts[name] += 1
        yield line
