"""Actors joined across articles: one person under several spellings."""

import sqlite3

from khabar.store.same_actor import skeleton

_WITHOUT = "the same name, told once without a country"
_SPELLED = "the same name of the same country, spelled otherwise"


def settle(connection: sqlite3.Connection, row: int) -> None:
    """Files a new actor under its spellings, and joins it to the one actor that is the same person; where several could be, to none."""
    key, country = connection.execute("SELECT key, country FROM actors WHERE row = ?", (row,)).fetchone()
    kind, _, rest = key.partition(":")
    name = rest.rpartition(":")[0]  # not the name that one article gives: that may be another's
    if kind != "person":
        return
    plain, heard = skeleton(name, None), skeleton(name, country) if country else None
    if plain is None:
        return
    root, why = _only(connection, f"={plain}", "a.country = ?", (country,)), _SPELLED
    if root is None:
        root, why = _only(connection, f"={plain}", "a.country IS NULL OR ? IS NULL", (country,)), _WITHOUT
    if root is None and heard is not None:
        root, why = _only(connection, f"~{heard}", "a.country = ?", (country,)), _SPELLED
    keys = {f"={plain}"} | ({f"~{heard}"} if heard is not None else set())
    connection.executemany("INSERT OR IGNORE INTO skeletons VALUES (?, ?)", [(key, row) for key in sorted(keys)])
    if root is not None:
        connection.execute("UPDATE actors SET root = ?, why = ? WHERE row = ?", (root, why, row))


def _only(connection: sqlite3.Connection, key: str, condition: str, parameters: tuple[str | None, ...]) -> int | None:
    """The one actor filed under `key` that fits, None where there is none or more than one."""
    roots = connection.execute(
        f"SELECT DISTINCT a.root FROM skeletons s JOIN actors a ON a.row = s.actor WHERE s.skeleton = ? AND ({condition}) LIMIT 2", (key, *parameters),
    ).fetchall()
    return int(roots[0][0]) if len(roots) == 1 else None
