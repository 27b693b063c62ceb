"""How likely it is that type, doer and recipient of an act are right, by how it is told."""

from collections.abc import Mapping, Sequence

from khabar.lexicon.files import toml_table


def kind_of(rule: str, actors: Sequence[str], recipients: Sequence[str]) -> str:
    """How an act is told: by a verb, a noun or a noun under a light verb (`rule`), and whether both sides are named."""
    told = "light" if ":light:" in rule else rule.partition(":")[0]
    if len(actors) + len(recipients) > 1:
        return f"{told}:both"
    return f"{told}:actor" if actors else f"{told}:recipient" if recipients else f"{told}:nobody"


def load_confidence() -> Mapping[str, float]:
    """The share of acts found right by kind, measured on annotated articles by `tools/confidence.py`."""
    return {name: float(value) for name, value in toml_table("confidence.toml")["right"].items()}
