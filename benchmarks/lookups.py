"""Looking names up is one pass: its time by the length of the text and by the size of the lists (1, 4 and 16 times the package's)."""

import platform
import sys
from pathlib import Path

from rounds import median_seconds

from khabar.api import load_reader
from khabar.lexicon.finder import Finder
from khabar.text.fold import fold
from khabar.text.words import words

SAMPLE = (Path(__file__).parent.parent / "tests" / "samples" / "copied_page.txt").read_text("utf-8")
ROUNDS = 7
LETTERS = "بتثجحخدذرزسشصضطظ"


def grown(forms: dict, times: int) -> dict:
    """The forms and `times` - 1 like each, of its length and its letters but for the last word."""
    larger = dict(forms)
    for number in range(1, times):
        larger |= {f"{form}{LETTERS[number]}{LETTERS[-number]}": value for form, value in forms.items()}
    return larger


def main() -> None:
    reader = load_reader()
    finder = reader.lexicon.finder
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(f"{'forms':>10} {'words':>8} {'seconds':>9} {'against the first':>18}")
    first = None
    for times in (1, 4, 16):
        larger = Finder(grown(finder.forms, times), finder.owned)
        for length in (8, 32, 128) if times == 1 else (32,):
            text = words(fold((SAMPLE + "\n\n") * length), reader.frequencies)
            took = median_seconds(lambda found=larger, text=text: found.find(text), ROUNDS)
            first = first or took
            print(f"{len(larger.forms):>10,} {len(text):>8,} {took:>9.4f} {took / first:>17.1f}x")


if __name__ == "__main__":
    sys.exit(main())
