"""Measures how often acts of each kind are right on annotated articles, and writes the word list and the reliability table.

confidence.py GOLD_DIR: a folder with articles/*.json, gold/*.json and the scorer score.py beside it. Writes
src/khabar/lexicon/data/confidence.toml and docs/confidence.md.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import khabar
from khabar.events.confidence import kind_of

HERE = Path(__file__).parent.parent
# How many acts of the overall share each kind starts with, so that a rare kind is not sure of anything.
_PRIOR = 6
_BINS = ((0.0, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 1.01))

Rows = list[tuple[str, str, bool]]


def scorer(folder: Path) -> ModuleType:
    """The scorer that stands beside the gold."""
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder.parent / 'score.py'}: no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(folder: Path) -> Rows:
    """Every act found: its article, its kind, and whether type, doer and recipient are right."""
    score = scorer(folder)
    rows: Rows = []
    for file in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        article = json.loads((folder / "articles" / file.name).read_text("utf-8"))
        record = json.loads(khabar.read(article["text"], title=article.get("title") or "", published=article["published"], outlet=article.get("outlet"), id=article["id"]).to_json())
        for event in record["events"]:
            alone = {**record, "events": [event]}
            tally = score.Tally()
            score.score_article(gold, alone, tally, article)
            rows.append((article["id"], kind_of(event["rule"], event["actor"], event["recipient"]), tally.n["events: type+who+whom"][2] > 0))
    return rows


def shares(rows: Rows) -> dict[str, float]:
    """The share of right acts by kind, drawn towards the share of all."""
    overall = sum(right for _, _, right in rows) / max(1, len(rows))
    found: dict[str, list[bool]] = defaultdict(list)
    for _, kind, right in rows:
        found[kind].append(right)
    return {"other": overall, **{kind: (sum(told) + _PRIOR * overall) / (len(told) + _PRIOR) for kind, told in found.items()}}


def reliability(rows: Rows) -> tuple[list[tuple[str, int, float, float]], float]:
    """What was predicted for each article from all the others, against what was right; and the Brier score."""
    predicted: list[tuple[float, bool]] = []
    for article in {a for a, _, _ in rows}:
        table = shares([r for r in rows if r[0] != article])
        predicted += [(table.get(kind, table["other"]), right) for a, kind, right in rows if a == article]
    lines = []
    for low, high in _BINS:
        inside = [(p, right) for p, right in predicted if low <= p < high]
        if inside:
            lines.append((f"{low:.1f} to {min(high, 1.0):.1f}", len(inside), sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)))
    return lines, sum((p - right) ** 2 for p, right in predicted) / max(1, len(predicted))


def write(rows: Rows) -> None:
    """The word list and the page of the documentation."""
    table = shares(rows)
    listed = "".join(f'"{kind}" = {share:.2f}\n' for kind, share in sorted(table.items()))
    head = "# How often an act is right in type, doer and recipient, by how it is told; measured on annotated articles by tools/confidence.py.\n\n[right]\n"
    (HERE / "src/khabar/lexicon/data/confidence.toml").write_text(head + listed, "utf-8")
    lines, brier = reliability(rows)
    body = "".join(f"| {name} | {count} | {meant:.2f} | {right:.2f} |\n" for name, count, meant, right in lines)
    (HERE / "docs/confidence.md").write_text(
        "# Confidence\n\n"
        "`confidence` of an event is the share of acts told in the same way (by a verb, a noun, a noun under a light verb; both sides named or one)\n"
        "whose type, doer and recipient were all right on annotated articles, drawn towards the share of all acts where a kind is rare.\n"
        "`tools/confidence.py` measures it and writes this page. Predicted for each article from all the others (leave one article out):\n\n"
        "| predicted | acts | mean predicted | right |\n|---|---|---|---|\n" + body
        + f"\n{len(rows)} acts, Brier score {brier:.3f}.\n",
        "utf-8",
    )


def main(arguments: list[str]) -> Any:
    """Measures and writes."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.exit(__doc__)
    write(judged(Path(arguments[0])))


if __name__ == "__main__":
    main(sys.argv[1:])
