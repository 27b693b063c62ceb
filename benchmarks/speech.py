"""How well summaries are spoken: words without any vowel in espeak-ng's phonemes, raw and made speakable, and time against the length of the sound.

Run: python benchmarks/speech.py ARTICLES.jsonl   (id, outlet, published, title, text a line; or a folder of such objects, a file each)
"""

import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import khabar
from khabar.model import Article
from khabar.speech import engine_of, load_spoken_words, read_aloud, summary_lines
from khabar.speech.said import said
from khabar.speech.vowels import vowelled

WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670]+[^\W\d_]*)*")
VOWELS = frozenset("aeiouæɐəɛɔʌʊɪɑɒ")


def articles(source: Path) -> list[Article]:
    texts = [p.read_text("utf-8") for p in sorted(source.glob("*.json"))] if source.is_dir() else source.read_text("utf-8").splitlines()
    rows = [json.loads(t) for t in texts if t.strip()]
    return [Article(id=r["id"], outlet=r.get("outlet"), published=r.get("published"), title=r.get("title") or "", text=r["text"]) for r in rows]


def without_vowel(texts: list[str]) -> tuple[int, Counter[str]]:
    words = [w for text in texts for w in WORD.findall(text)]
    done = subprocess.run(["espeak-ng", "-v", "ar", "-q", "--ipa"], input="\n".join(words) + "\n", capture_output=True, text=True, check=True)
    sounds = done.stdout.strip("\n").split("\n")
    if len(sounds) != len(words):
        raise SystemExit("espeak-ng did not answer word by word")
    return len(words), Counter(w for w, s in zip(words, sounds, strict=True) if not VOWELS & set(s))


def main() -> None:
    if len(sys.argv) != 2 or not shutil.which("espeak-ng"):
        raise SystemExit("usage: python benchmarks/speech.py ARTICLES.jsonl, with espeak-ng installed")
    records = list(khabar.read_many(articles(Path(sys.argv[1]))))
    lists = load_spoken_words()
    raw = [s.shown for r in records for s in r.summary]
    spoken = [vowelled(said(t, lists), lists) for t in raw]
    for name, texts in (("raw text", raw), ("made speakable", spoken)):
        count, bare = without_vowel(texts)
        print(f"{name}: {count} words, {sum(bare.values())} without a vowel ({sum(bare.values()) / count:.2%}); most: {' '.join(w for w, _ in bare.most_common(12))}")
    begun, heard = time.perf_counter(), 0.0
    read = [r for r in records if r.summary][:20]
    for record in read:
        heard += read_aloud(summary_lines(record), engine_of(), lists).seconds
    spent = time.perf_counter() - begun
    print(f"{len(read)} summaries: {heard:.0f} s of sound in {spent:.2f} s, real-time factor {spent / heard:.4f}")


if __name__ == "__main__":
    main()
