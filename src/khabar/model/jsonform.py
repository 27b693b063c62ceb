"""Records as JSON objects and back."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
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
    made: T = _read(cast(Any, kind))(plain, where)
    return made


# What makes the value of one type out of a plain one, told where in the record it stands.
_Read = Callable[[Any, str], Any]


@cache
def _read(hint: Any) -> _Read:
    """The reader of a type, worked out once: a store reads thousands of values for a page."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _read(next(a for a in arguments if a is not types.NoneType))
        return lambda plain, where: None if plain is None else inner(plain, where)
    if origin is tuple:
        return _list(_read(arguments[0]))
    if origin is typing.Literal:
        return _one_of(arguments)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    return _plain(hint)


def _object(kind: type[Any]) -> _Read:
    hints = typing.get_type_hints(kind)
    fields = tuple((f.name, _read(hints[f.name]), f.default is dataclasses.MISSING) for f in dataclasses.fields(kind))

    def read(plain: Any, where: str) -> Any:
        if not isinstance(plain, Mapping):
            raise RecordError(f"{where or 'record'}: an object is wanted, not {type(plain).__name__}")
        values, before = {}, where + "." if where else ""
        for name, value, required in fields:
            if name in plain:
                values[name] = value(plain[name], before + name)
            elif required:
                raise RecordError(f"{before}{name}: missing")
        return kind(**values)

    return read


def _list(inner: _Read) -> _Read:
    def read(plain: Any, where: str) -> Any:
        if not isinstance(plain, list):
            raise RecordError(f"{where}: a list is wanted")
        return tuple([inner(item, f"{where}[{n}]") for n, item in enumerate(plain)])

    return read


def _one_of(allowed: tuple[Any, ...]) -> _Read:
    def read(plain: Any, where: str) -> Any:
        if plain not in allowed:
            raise RecordError(f"{where}: {plain!r} is none of {', '.join(map(str, allowed))}")
        return plain

    return read


def _plain(hint: Any) -> _Read:
    def read(plain: Any, where: str) -> Any:
        if type(plain) is hint:
            return plain
        if hint is float and isinstance(plain, int) and not isinstance(plain, bool):
            return float(plain)
        if not isinstance(plain, hint) or (isinstance(plain, bool) and hint is not bool):
            raise RecordError(f"{where}: {hint.__name__} is wanted, not {plain!r}")
        return plain

    return read
