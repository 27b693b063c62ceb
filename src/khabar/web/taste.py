"""How a reader likes the pages: language, digits, names of months, light or dark, size of text; kept in cookies, nothing else is known of anybody."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

Language = Literal["ar", "en"]
Digits = Literal["arab", "latin"]
Months = Literal["both", "egypt", "levant", "maghreb", "morocco"]
Theme = Literal["auto", "light", "dark"]

# Every setting with what it may be; the first is what holds where nothing is chosen.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("ar", "en"),
    "digits": ("arab", "latin"),
    "months": ("both", "egypt", "levant", "maghreb", "morocco"),
    "theme": ("auto", "light", "dark"),
    "size": ("100", "125", "150", "175", "200"),
}


class Taste(NamedTuple):
    """What a reader chose; `size` is a percentage of the usual size of text."""

    language: Language = "ar"
    digits: Digits = "arab"
    months: Months = "both"
    theme: Theme = "auto"
    size: int = 100


def taste_of(cookies: Mapping[str, str]) -> Taste:
    """The choices that cookies named `khabar-…` tell; anything else in them counts as not chosen."""
    told = {name: cookies.get(f"khabar-{name}", "") for name in CHOICES}
    chosen = {name: told[name] if told[name] in choices else choices[0] for name, choices in CHOICES.items()}
    if chosen["language"] == "en" and told["digits"] not in CHOICES["digits"]:
        chosen["digits"] = "latin"
    return Taste(
        cast(Language, chosen["language"]), cast(Digits, chosen["digits"]), cast(Months, chosen["months"]), cast(Theme, chosen["theme"]), int(chosen["size"]),
    )
