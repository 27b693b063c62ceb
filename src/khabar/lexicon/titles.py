"""Words around offices and titles: which stand before a name, which for somebody named before, which say that an office is held no more."""

from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word


class Titles(NamedTuple):
    """Folded words of each kind, `courtesy` as written, `himself` as written with the folded first words of the titles that it may stand for; the file says what each is."""

    courtesy: frozenset[str]
    meeting: frozenset[str]
    before_office: frozenset[str]
    himself: dict[str, frozenset[str]]
    ranks: frozenset[str]
    former: frozenset[str]
    of_persons: frozenset[str]
    light: frozenset[str]
    named_after: frozenset[str]
    called: frozenset[str]
    kin: frozenset[str]
    several: frozenset[str]
    regions: frozenset[str]


def load_titles() -> Titles:
    """The words of the package."""
    name = "titles.toml"
    table = toml_table(name)

    def words(field: str) -> frozenset[str]:
        return frozenset(fold_word(w) for w in strings(name, table, field))

    standing = table["himself"]
    himself = {title: frozenset(fold_word(w) for w in strings(name, standing, title)) for title in standing}
    return Titles(
        frozenset(strings(name, table, "courtesy")), words("meeting"), words("before_office"), himself,
        words("ranks"), words("former"), words("of_persons"), words("light"), words("named_after"), words("called"), words("kin"), words("several"), words("regions"),
    )
