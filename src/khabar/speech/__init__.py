"""A summary read aloud: text made speakable, an outside voice, and when each sentence is heard."""

from khabar.speech.aloud import Aloud, Cue, Line, lines_of, read_aloud, summary_lines, timings, web_vtt
from khabar.speech.engine import ESPEAK, Engine, engine_of
from khabar.speech.words import SpokenWords, load_spoken_words

__all__ = [
    "ESPEAK",
    "Aloud",
    "Cue",
    "Engine",
    "Line",
    "SpokenWords",
    "engine_of",
    "lines_of",
    "load_spoken_words",
    "read_aloud",
    "summary_lines",
    "timings",
    "web_vtt",
]
