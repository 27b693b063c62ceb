"""How acts are told again in one line: the rows of the word list, by type and trigger."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.errors import LexiconError
from khabar.lexicon.files import toml_table, tsv_rows
from khabar.text.fold import fold_word

_FILE = "tellings.tsv"
_FIELDS = 13


class Told(NamedTuple):
    """How one language tells an act. `past` and `base` are the verb done and to be done; `to` stands before the other party ("=": nothing, "-": none is told).

    `alone` is told without one (".": nothing, "…": the words of the text, which follow the other party too where one is told, "(…)": the words only without
    one), `passive` and `together` are pairs of `past` and `base`; "-" is not told so.
    """

    past: str
    base: str
    to: str
    alone: str
    passive: tuple[str, str] | None
    together: tuple[str, str] | None

    @property
    def quotes(self) -> bool:
        """Whether an act of one party alone is told with the words of the text."""
        return self.alone in ("…", "(…)")


class Telling(NamedTuple):
    """One row: the act in Arabic and in English; `needs` names the objects one of which the text must name, "" for none."""

    arabic: Told
    english: Told
    needs: str


class Tellings(NamedTuple):
    """All rows by type and trigger («v:» or «n:» and a folded word), and the objects by name and folded word: Arabic, English."""

    rows: Mapping[tuple[str, str], Telling]
    objects: Mapping[str, Mapping[str, tuple[str, str]]]

    def of(self, event: str, rule: str) -> Telling | None:
        """The row of an event, by its type and the rule that found it («verb:رفض», «noun:زياره:visit:light:قام»): that of the noun with its verb
        («n:زياره+قام») before that of the noun."""
        kind, _, rest = rule.partition(":")
        if "+" in rest:
            verb, _, noun = rest.partition("+")
            return self.rows.get((event, f"n:{noun}+{verb}"))
        trigger = f"{kind[:1]}:{rest.split(':')[0]}"
        light = rest.partition(":light:")[2]
        return self.rows.get((event, f"{trigger}+{light}")) or self.rows.get((event, trigger))


def load_tellings() -> Tellings:
    """The rows of the package."""
    rows: dict[tuple[str, str], Telling] = {}
    for cells in tsv_rows(_FILE):
        if len(cells) != _FIELDS:
            raise LexiconError(f"{_FILE}: {cells[0]} {cells[1] if len(cells) > 1 else ''}: {_FIELDS} fields are wanted, not {len(cells)}")
        telling = _telling(cells)
        for event in cells[0].split("|"):
            for trigger in cells[1].split():
                rows[event, trigger[:2] + fold_word(trigger[2:])] = telling
    objects = {
        name: {fold_word(word): (told[0], told[1]) for word, told in table.items()} for name, table in toml_table("told_objects.toml").items()
    }
    return Tellings(rows, objects)


def _telling(cells: list[str]) -> Telling:
    arabic = Told(*_pair(cells[2]), cells[3], cells[4], _forms(cells[5]), _forms(cells[6]))
    passive = None if cells[11] == "-" else (cells[11], cells[11])
    english = Told(*_pair(cells[8]), cells[9], cells[10], passive, _forms(cells[12]))
    return Telling(arabic, english, "" if cells[7] == "-" else cells[7])


def _pair(cell: str) -> tuple[str, str]:
    past, _, base = cell.partition("/")
    return past, base


def _forms(cell: str) -> tuple[str, str] | None:
    """«أُفرج/يُفرج عن» as two forms that share what stands after the verb."""
    if cell == "-":
        return None
    past, base = _pair(cell)
    tail = base.partition(" ")[2]
    return (past if " " in past or not tail else f"{past} {tail}"), base
