"""The JSON Schema of a record, made from the model itself."""

import dataclasses
import types
import typing
from typing import Any

from khabar.model.record import Record

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def record_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the format `khabar/1`; keys it does not name are allowed, for the format grows."""
    definitions: dict[str, Any] = {}
    _object(Record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "khabar/1: what an Arabic news report says happened, and who says so",
        "$ref": "#/$defs/Record",
        "$defs": definitions,
    }


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, str]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        hints = typing.get_type_hints(kind)
        fields = dataclasses.fields(kind)
        definitions[kind.__name__] = {
            "description": (kind.__doc__ or "").strip(),
            "type": "object",
            "properties": {f.name: _type(hints[f.name], definitions) for f in fields},
            "required": [f.name for f in fields],
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _type(next(a for a in arguments if a is not types.NoneType), definitions)
        return {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint, definitions)
    return {"type": _PLAIN[hint]}
