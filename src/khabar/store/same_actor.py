"""Whether two names are one person's in two spellings, told without reading either article."""

import re

from khabar.text.fold import fold_word

# States whose people's names are Arabic: there سالم and سليم are two people. Elsewhere a name is spelled by ear.
_ARAB = frozenset("DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM".split())
_LINKS = frozenset({"بن", "ابن", "بنت", "ال"})


def skeleton(name: str, country: str | None) -> str | None:
    """What is left of a full name when spelling by ear is taken out; None where it is no full name or nobody knows whose spelling it is."""
    words = [word for word in re.sub(r"\bعبد ال", "عبدال", fold_word(name)).split() if word not in _LINKS]
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in words]
    if len(words) < 2:
        return None
    if country is None or country in _ARAB:
        return " ".join(words)
    return " ".join(_by_ear(word) for word in words)


def _by_ear(word: str) -> str:
    """A foreign name without its long vowels and doubled letters: شويغو and شويجو, نتنياهو and نتانياهو."""
    word = word.replace("غ", "ج").replace("ث", "ت").replace("ص", "س").replace("ط", "ت").replace("ظ", "ز").replace("خ", "ك").replace("ق", "ك")
    bare = word[0] + re.sub("[اويهء]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", bare)
