"""Sentences read aloud: the sound, and when each is heard."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khabar.errors import SpeechError
from khabar.model import Record
from khabar.speech.engine import Engine
from khabar.speech.said import said
from khabar.speech.vowels import vowelled
from khabar.speech.wav import joined, read_wav, silence, write_wav
from khabar.speech.words import SpokenWords

# How long the voice rests between two sentences, in seconds.
_REST = 0.25


class Line(NamedTuple):
    """What is to be read: the words shown, and where they stand in the article (None where they are no sentence of it)."""

    text: str
    start: int | None = None
    end: int | None = None


class Cue(NamedTuple):
    """A line and when it is heard, in seconds from the start of the sound; `said` is what the voice was given."""

    line: Line
    begins: float
    ends: float
    said: str


class Aloud(NamedTuple):
    """A WAV file, how long it is in seconds, and its cues: one a line, end to end, from 0 to the end of the sound."""

    wav: bytes
    seconds: float
    cues: tuple[Cue, ...]


def summary_lines(record: Record) -> tuple[Line, ...]:
    """The sentences of a record's summary."""
    return tuple(Line(s.shown, s.start, s.end) for s in record.summary)


def read_aloud(lines: Sequence[Line], engine: Engine, words: SpokenWords) -> Aloud:
    """The lines as one sound, each spoken alone and measured. Raises SpeechError where nothing is to be read or the engine fails."""
    spoken = [(line, vowelled(said(line.text, words), words)) for line in lines]
    spoken = [(line, text) for line, text in spoken if any(c.isalpha() for c in text)]
    if not spoken:
        raise SpeechError("nothing to read aloud: the article has no summary")
    sounds = []
    cues: list[Cue] = []
    place = 0.0
    for number, (line, text) in enumerate(spoken):
        sound = read_wav(engine(text + "\n"))
        if number + 1 < len(spoken):
            sound = joined((sound, silence(sound, _REST)))
        sounds.append(sound)
        cues.append(Cue(line, place, place + sound.seconds, text))
        place += sound.seconds
    whole = joined(sounds)
    return Aloud(write_wav(whole), whole.seconds, tuple(cues))


def timings(aloud: Aloud) -> str:
    """The cues as JSON: seconds, the words shown, their place in the article."""
    rows = [
        {"number": n, "begins": round(c.begins, 3), "ends": round(c.ends, 3), "text": c.line.text, "start": c.line.start, "end": c.line.end, "said": c.said}
        for n, c in enumerate(aloud.cues, 1)
    ]
    return json.dumps({"seconds": round(aloud.seconds, 3), "cues": rows}, ensure_ascii=False, indent=1) + "\n"


def web_vtt(aloud: Aloud) -> str:
    """The cues as WebVTT, numbered, for a <track> beside the sound."""
    blocks = (f"{n}\n{_clock(c.begins)} --> {_clock(c.ends)}\n{_escaped(c.line.text)}\n" for n, c in enumerate(aloud.cues, 1))
    return "WEBVTT\n\n" + "\n".join(blocks)


def _clock(seconds: float) -> str:
    millis = round(seconds * 1000)
    return f"{millis // 3_600_000:02}:{millis // 60_000 % 60:02}:{millis // 1000 % 60:02}.{millis % 1000:03}"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def lines_of(texts: Iterable[str]) -> tuple[Line, ...]:
    """Lines that are no sentences of the article, such as bullets."""
    return tuple(Line(t) for t in texts)
