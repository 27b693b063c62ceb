"""The shapes of the reader's map: Natural Earth 1:50m countries (public domain) of the npm package world-atlas, as GeoJSON with two decimals.

    python tools/natural_earth.py countries-50m.json src/khabar/web/static/vendor/natural-earth/countries.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

Point = tuple[float, float]


def main(source: str, target: str) -> None:
    """Writes the shapes of the TopoJSON file `source` to `target`."""
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = [tuple(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    shapes = [shape(g, arcs) for g in topology["objects"]["countries"]["geometries"] if g["type"] in ("Polygon", "MultiPolygon")]
    Path(target).write_text(json.dumps({"type": "FeatureCollection", "features": shapes}, separators=(",", ":"), ensure_ascii=False), "utf-8")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of an arc, in degrees; TopoJSON tells each by its distance from the one before."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * kx + dx, y * ky + dy


def shape(geometry: dict, arcs: list[tuple[Point, ...]]) -> dict:
    """A country as a feature of GeoJSON."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = [[r for r in (ring(numbers, arcs) for numbers in polygon) if len(r) > 3] for polygon in polygons]
    return {
        "type": "Feature", "properties": {"name": geometry["properties"]["name"]},
        "geometry": {"type": "MultiPolygon", "coordinates": [polygon for polygon in rings if polygon]},
    }


def ring(numbers: list[int], arcs: list[tuple[Point, ...]]) -> list[list[float]]:
    """A closed line of several arcs; a number below zero is an arc walked backwards."""
    line: list[list[float]] = []
    for number in numbers:
        for x, y in arcs[number] if number >= 0 else reversed(arcs[~number]):
            if line and abs(x - line[-1][0]) > 180:  # over the line where days begin: go on beyond it
                x += 360 if line[-1][0] > 0 else -360
            point = [round(x, 2), round(y, 2)]
            if not line or line[-1] != point:
                line.append(point)
    return line


if __name__ == "__main__":
    main(*sys.argv[1:])
