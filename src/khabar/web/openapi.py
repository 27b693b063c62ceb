"""The JSON twins as OpenAPI tells them."""

from collections.abc import Sequence
from typing import Any

from khabar.version import VERSION


def description(sections: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, Any]:
    """OpenAPI 3.1 of the pages: each (path, what it is for, the names of its query), with its twins in JSON and CSV."""
    paths: dict[str, Any] = {}
    for path, summary, query in sections:
        named = path.endswith("{name:path}")
        plain = path.replace(":path", "") if path != "/" else "/index"
        parameters = [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}] if named else []
        parameters += [{"name": name, "in": "query", "required": False, "schema": {"type": "string"}} for name in query]
        for ending, kind in ((".json", "application/json"), (".csv", "text/csv")):
            paths[plain + ending] = {"get": {
                "summary": f"{summary}, as {ending[1:].upper()}", "parameters": parameters,
                "responses": {"200": {"description": summary, "content": {kind: {}}}, "400": {"description": "A query that cannot be understood"}, "404": {"description": "Not there"}},
            }}
    paths["/articles"] = {"post": {
        "summary": "Reads an article into the store; needs the token as `Authorization: Bearer`",
        "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": {
            "text": {"type": "string"}, "file": {"type": "string", "format": "binary"}, "published": {"type": "string", "format": "date"}, "outlet": {"type": "string"},
        }}}}},
        "responses": {"303": {"description": "The page of the article"}, "400": {"description": "Nothing that can be read"}, "403": {"description": "No token"}, "413": {"description": "Too long"}},
    }}
    return {"openapi": "3.1.0", "info": {"title": "Khabar", "version": VERSION}, "paths": paths}
