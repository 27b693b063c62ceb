"""Writes what the README shows of a run as it is now: the terminal picture, and the figures of the gold's scorer: python tools/readme.py GOLD README.md."""

import json
import re
import subprocess
import sys
from pathlib import Path

READ = f"{Path(sys.executable).parent / 'khabar'} read - --from jsonl --format jsonl"
TOKENS = f"{Path(sys.executable).parent / 'khabar'} tokens - --from jsonl --format jsonl"
# Set of gold, layer of its scorer, what the README calls it.
ROWS = (
    ("articles_dev", "dates: found and valued", "dates, with their value"),
    ("articles_dev", "quotes direct: text", "direct quotes, their words"),
    ("articles_dev", "quotes direct: text and speaker", "direct quotes, words and speaker"),
    ("articles_dev", "quotes indirect: text", "indirect quotes, their words"),
    ("articles_dev", "quotes indirect: text and speaker", "indirect quotes, words and speaker"),
    ("articles_dev", "actors: named", "actors, named as a reader would"),
    ("articles_dev", "actors: country of those named", "country of the actors named so"),
    ("articles_dev", "actors: sector of those named", "sector of the actors named so"),
    ("articles_dev", "events: type", "acts, their type"),
    ("articles_dev", "events: type+status", "acts, type and status"),
    ("articles_dev", "events: type+date", "acts, type and date"),
    ("articles_dev", "events: type+who", "acts, type and who did it"),
    ("articles_dev", "events: type+who+whom", "acts, type, who and whom"),
    ("articles_dev", "summary: sentences of 3 that a reader chose", "summary sentences that a reader chose too"),
    ("plover_dev", "sentences: type", "acts of single sentences, PLOVER: type"),
    ("plover_dev", "sentences: type+who+whom", "acts of single sentences, PLOVER: type, who and whom"),
    ("up_arabic_dev", "sentences: type", "acts of single sentences of newswire: type"),
    ("dates_dev", "dates: found and valued", "dates of everyday speech, with their value"),
)
SHOWN = "read tests/samples/copied_page.txt --format text"


def scores(gold: Path, name: str) -> dict[str, dict[str, float]]:
    """What the scorer of `gold` says of the set `name`, by layer."""
    command = [sys.executable, str(gold / "score.py"), str(gold / name), "--run", READ, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def table(gold: Path) -> str:
    """The figures as a table, and those that fit none in a line below."""
    measured = {name: scores(gold, name) for name in dict.fromkeys([*(row[0] for row in ROWS), "quiet_dev"])}
    lines = ["| what is read | in the gold | read | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    for name, layer, title in ROWS:
        row = measured[name][layer]
        lines.append(f"| {title} | {row['gold']} | {row['found']} | {row['p']:.2f} | {row['r']:.2f} | {row['f1']:.2f} |")
    command = [sys.executable, str(gold / "score_clitics.py"), str(gold / "clitics_dev" / "tokens.jsonl"), "--run", TOKENS]
    words = re.search(r"= ([\d.]+)", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    quiet = measured["quiet_dev"]
    claimed, texts = quiet["quiet articles: events claimed"]["found"], quiet["texts"]
    lead = measured["articles_dev"]["summary: the same for the lead three"]["p"]
    below = (
        f"Words cut right into clitics and stem: {words[1] if words else '?'}. In {texts} articles without any act to code (sport, weather, recipes …) {claimed} acts are claimed.\n"
        f"The first three sentences of each article, taken for its summary, would be chosen by a reader in {lead:.2f} of the cases."
    )
    return "\n".join(lines) + f"\n\n{below}"


def picture() -> str:
    """What a terminal shows of the sample, up to the dates."""
    command = [str(Path(sys.executable).parent / "khabar"), *SHOWN.split()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return f"```\n$ khabar {SHOWN}\n\n{shown[: shown.index('Dates')].rstrip()}\n…\n```"


def placed(text: str, name: str, written: str) -> str:
    """`text` with `written` between the two marks called `name`."""
    head, mark, rest = text.partition(f"<!-- {name} -->\n")
    end = rest.index(f"<!-- /{name} -->")
    return head + mark + written + "\n" + rest[end:]


def main() -> None:
    """Measure and write."""
    gold, readme = Path(sys.argv[1]), Path(sys.argv[2])
    text = placed(readme.read_text("utf-8"), "picture", picture())
    readme.write_text(placed(text, "accuracy", table(gold)), "utf-8")


if __name__ == "__main__":
    main()
