"""Where the words of an article stand, kept so that what a search finds is lit up without cutting the text again."""

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate

from khabar.store.tokens import Token


def packed_places(found: Sequence[Token]) -> bytes:
    """The places of the searched forms of a text: how far each begins from the one before, and how long each is."""
    starts = [token.start for token in found]
    steps = [start - before for start, before in zip(starts, [0, *starts], strict=False)]
    return zlib.compress(struct.pack(f"<{2 * len(found)}I", *steps, *(token.end - token.start for token in found)))


def tokens_kept(written: str, places: bytes) -> tuple[Token, ...]:
    """The searched forms that the index holds as the one string `written`, with the places that `packed_places` packed."""
    packed = zlib.decompress(places)
    numbers = struct.unpack(f"<{len(packed) // 4}I", packed)
    half = len(numbers) // 2
    return tuple(Token(form, start, start + length) for form, start, length in zip(written.split(), accumulate(numbers[:half]), numbers[half:], strict=True))
