"""Records as JSON objects and back."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

from khabar.errors import RecordError

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """A frozen value of the model as dicts, lists and plain values, in the order of its fields."""
    if dataclasses.is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_plain(v) for v in value]
    return value


def from_plain(kind: type[T], plain: object, where: str = "") -> T:
    """The value of `kind` that `plain` shows; keys that `kind` does not know are left out. Raises RecordError naming the field."""
    if not isinstance(plain, Mapping):
        raise RecordError(f"{where or 'record'}: an object is wanted, not {type(plain).__name__}")
    values = {}
    for name, hint, required in _fields(cast(Any, kind)):
        if name in plain:
            values[name] = _value(hint, plain[name], f"{where}.{name}" if where else name)
        elif required:
            raise RecordError(f"{where + '.' if where else ''}{name}: missing")
    return kind(**values)


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and whether it must be there, of each field of a dataclass."""
    hints = typing.get_type_hints(kind)
    return tuple((f.name, hints[f.name], f.default is dataclasses.MISSING) for f in dataclasses.fields(kind))


def _value(hint: Any, plain: object, where: str) -> object:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if plain is None:
            return None
        return _value(next(a for a in arguments if a is not types.NoneType), plain, where)
    if origin is tuple:
        if not isinstance(plain, list):
            raise RecordError(f"{where}: a list is wanted")
        return tuple(_value(arguments[0], item, f"{where}[{n}]") for n, item in enumerate(plain))
    if origin is typing.Literal:
        if plain not in arguments:
            raise RecordError(f"{where}: {plain!r} is none of {', '.join(map(str, arguments))}")
        return plain
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, plain, where)
    if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if not isinstance(plain, hint) or (isinstance(plain, bool) and hint is not bool):
        raise RecordError(f"{where}: {hint.__name__} is wanted, not {plain!r}")
    return plain
