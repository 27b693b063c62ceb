"""What a rule is."""

import re
from collections.abc import Callable
from typing import NamedTuple

from khabar.dates.found import Reading, Story


class Rule(NamedTuple):
    """A phrase that tells a date: the kinds of word it may begin with, its pattern, and how to read it; no reading means that it abstains."""

    name: str
    begins: tuple[str, ...]
    pattern: str
    read: Callable[[re.Match[str], Story], Reading]
