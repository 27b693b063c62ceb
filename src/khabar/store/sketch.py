"""Whether two texts are one text reprinted, told by a few hashes of each."""

import zlib
from collections.abc import Sequence

from khabar.store.tokens import Token

_RUN = 4
_ONE_IN = 16
_LEAST = 6


def sketch(found: Sequence[Token]) -> tuple[int, ...]:
    """The hashes that stand for a text: of its runs of four words, one in sixteen and the six smallest, so that a cut text keeps its share."""
    forms = [t.form for t in found]
    hashes = {zlib.crc32(" ".join(forms[at : at + _RUN]).encode()) for at in range(max(len(forms) - _RUN + 1, 0))}
    return tuple(sorted({h for h in hashes if h % _ONE_IN == 0} | set(sorted(hashes)[:_LEAST])))


def same_text(shared: int, one: int, other: int) -> bool:
    """Whether texts with `one` and `other` hashes, `shared` of them common, are one text, perhaps cut."""
    smaller = min(one, other)
    return smaller >= _LEAST and shared >= max(4, 0.6 * smaller)
