"""Tables as Parquet."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from khabar.errors import ExportError
from khabar.export.folder import whole_folder
from khabar.export.rows import COLUMNS, Exported, Value, rows

_AT_ONCE = 20_000


def write_parquet(records: Iterable[Exported], target: Path) -> dict[str, int]:
    """Writes one file a table into the new folder `target`; gives the number of rows of each. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as fault:
        raise ExportError("Parquet needs pyarrow: pip install 'khabar[parquet]'") from fault
    types = {"text": pyarrow.string(), "int": pyarrow.int64(), "real": pyarrow.float64()}
    schemas = {name: pyarrow.schema([(column, types[kind]) for column, kind in columns]) for name, columns in COLUMNS.items()}
    counts = dict.fromkeys(COLUMNS, 0)
    waiting: dict[str, list[tuple[Value, ...]]] = {name: [] for name in COLUMNS}
    with whole_folder(target) as part, ExitStack() as stack:
        writers = {name: stack.enter_context(parquet.ParquetWriter(part / f"{name}.parquet", schema, compression="zstd")) for name, schema in schemas.items()}
        for exported in records:
            for name, row in rows(exported):
                waiting[name].append(row)
                if len(waiting[name]) >= _AT_ONCE:
                    counts[name] += _flush(pyarrow, writers[name], schemas[name], waiting[name])
        for name, lot in waiting.items():
            counts[name] += _flush(pyarrow, writers[name], schemas[name], lot)
    return counts


def _flush(pyarrow: Any, writer: Any, schema: Any, lot: list[tuple[Value, ...]]) -> int:
    """Writes a lot of rows and empties it; gives how many there were."""
    columns = list(zip(*lot, strict=True)) or [()] * len(schema)
    writer.write_table(pyarrow.table([pyarrow.array(column, type=kind) for column, kind in zip(columns, schema.types, strict=True)], schema=schema))
    number = len(lot)
    lot.clear()
    return number
