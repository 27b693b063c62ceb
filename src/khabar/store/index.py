"""What search looks things up by: the words of an article, their places, and the marks of what its events tell."""

import sqlite3

from khabar.store.prepare import Prepared

# The same as the migration 0004 reckons for the articles that were there before it.
_MARKS = """
WITH told (type, status, country) AS (
    SELECT event, status, '' FROM events WHERE article = :row
    UNION
    SELECT e.event, e.status, x.country FROM events e JOIN event_parties p ON p.event = e.row JOIN actors x ON x.row = p.actor
    WHERE e.article = :row AND p.part <> 'source' AND x.country IS NOT NULL
)
SELECT type || '__' || country FROM told
UNION SELECT '_' || status || '_' || country FROM told
UNION SELECT type || '_' || status || '_' || country FROM told
UNION SELECT '__' || country FROM told WHERE country <> ''
UNION SELECT 'role_' || country FROM roles WHERE article = :row AND country IS NOT NULL
"""


def enter(connection: sqlite3.Connection, row: int, ready: Prepared) -> None:
    """Makes the article `row`, with all that was read out of it, found."""
    connection.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (row, ready.title_words, ready.text_words))
    connection.execute("INSERT INTO word_places VALUES (?, ?, ?)", (row, ready.title_places, ready.text_places))
    marks = sorted(mark for (mark,) in connection.execute(_MARKS, {"row": row}))
    connection.execute("INSERT INTO marks (rowid, told) VALUES (?, ?)", (row, " ".join(marks)))


def strike(connection: sqlite3.Connection, row: int) -> None:
    """Takes the article `row` out of all that search looks at."""
    for table, column in (("words", "rowid"), ("marks", "rowid"), ("word_places", "article")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (row,))
