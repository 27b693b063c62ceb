"""Sound as engines write it: RIFF WAVE read leniently, joined, and written whole."""

import struct
from collections.abc import Sequence
from typing import NamedTuple

from khabar.errors import SpeechError

_HEADER = struct.Struct("<4sI4s")
_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_PCM = 1


class Sound(NamedTuple):
    """Plain samples (PCM): how many channels, frames a second, bytes a sample, and the frames."""

    channels: int
    rate: int
    width: int
    frames: bytes

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return len(self.frames) / (self.channels * self.rate * self.width)


def read_wav(data: bytes) -> Sound:
    """The sound of a WAV file or stream; one whose header does not know its length yet is read to its end. Raises SpeechError."""
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise SpeechError("the engine wrote no WAV on standard output")
    place, shape = 12, None
    while place + 8 <= len(data):
        name, size = _CHUNK.unpack_from(data, place)
        place += 8
        if name == b"fmt " and place + 16 <= len(data):
            kind, channels, rate, _, _, bits = _FORMAT.unpack_from(data, place)
            if kind != _PCM or bits % 8 or not channels or not rate or not bits:
                raise SpeechError("the engine wrote a WAV that is no plain PCM")
            shape = (channels, rate, bits // 8)
        elif name == b"data" and shape is not None:
            frame = shape[0] * shape[2]
            frames = data[place : min(place + size, len(data))]
            return Sound(*shape, frames[: len(frames) - len(frames) % frame])
        place += size + size % 2
    raise SpeechError("the engine wrote a WAV without sound")


def silence(like: Sound, seconds: float) -> Sound:
    """Nothing to be heard, for so long."""
    return like._replace(frames=bytes(round(seconds * like.rate) * like.channels * like.width))


def joined(sounds: Sequence[Sound]) -> Sound:
    """One after another. Raises SpeechError where the engine changed its shape between two sentences."""
    first = sounds[0]
    if any(s[:3] != first[:3] for s in sounds):
        raise SpeechError("the engine changed rate or channels between two sentences")
    return first._replace(frames=b"".join(s.frames for s in sounds))


def write_wav(sound: Sound) -> bytes:
    """The sound as a WAV file."""
    frame = sound.channels * sound.width
    form = _FORMAT.pack(_PCM, sound.channels, sound.rate, sound.rate * frame, frame, sound.width * 8)
    size = len(sound.frames)
    return b"".join((_HEADER.pack(b"RIFF", 36 + size, b"WAVE"), _CHUNK.pack(b"fmt ", 16), form, _CHUNK.pack(b"data", size), sound.frames))
