"""Scores the records of the gold sets and fails where a figure falls under its pinned floor. The gold stands outside the project."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"


def digest(folder: Path) -> str:
    """The SHA-256 of all files of a gold set, by which a floor is pinned to what it was measured on."""
    total = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]


def figure(scores: dict[str, dict[str, float]], name: str) -> float:
    """`layer` or `layer/field`: F1 unless p, r, or found is named."""
    layer, _, field = name.rpartition("@") if "@" in name else (name, "", "f1")
    return scores[layer][field]


def main() -> int:
    gold = Path(sys.argv[1])
    if not gold.is_dir():
        print(f"QUALITY NOT MEASURED: no gold at {gold}; the floors were not checked.", file=sys.stderr)
        return 0
    command = f"{Path(sys.executable).parent / 'khabar'} read - --from jsonl --format jsonl"
    under = 0
    for name, row in tomllib.loads(FLOORS.read_text("utf-8")).items():
        folder = gold / name
        done = subprocess.run([sys.executable, str(gold / "score.py"), str(folder), "--run", command, "--json"], capture_output=True, text=True, check=True)
        scores = json.loads(done.stdout)
        if digest(folder) != row["digest"]:
            print(f"{name}: the gold has changed ({digest(folder)}); measure the floors again.", file=sys.stderr)
            under += 1
        for layer, floor in row["floors"].items():
            value = figure(scores, layer)
            ceiling = layer.endswith("@found")
            good = value <= floor if ceiling else value >= floor
            print(f"{'ok   ' if good else 'UNDER'} {name}: {layer} {value:.3f} ({'at most' if ceiling else 'at least'} {floor})")
            under += not good
        under += scores["broken_spans"] + scores["missing"]
    return int(under > 0)


if __name__ == "__main__":
    sys.exit(main())
