"""A folder of tables that appears only when it is whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from khabar.errors import ExportError


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A folder to write into that becomes `target` at the end, or is gone after an error. Raises ExportError where `target` is there already."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ExportError(f"{target}: is there already; name a new folder")
    if not target.parent.is_dir():
        raise ExportError(f"{target.parent}: no such folder")
    part = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:100]}."))
    try:
        yield part
        part.chmod(0o755)
        if target.is_dir():
            target.rmdir()
        part.replace(target)
    except OSError as fault:
        raise ExportError(f"{target}: cannot be written: {fault.strerror}; nothing is left there") from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)
