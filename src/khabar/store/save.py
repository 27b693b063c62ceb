"""A prepared article written into the tables; called inside a transaction."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import combinations

from khabar.model import Actor, Count, Event, Place, Quote
from khabar.store.actors import settle
from khabar.store.index import enter, strike
from khabar.store.prepare import Prepared
from khabar.store.sketch import same_text
from khabar.store.stories import Joiner
from khabar.store.tellings import write_tellings
from khabar.text.fold import fold_word

# Hashes that so many texts share are a formula of the trade, not a reprint.
_COMMON = 200


def save(connection: sqlite3.Connection, ready: Prepared, joiner: Joiner) -> int:
    """Writes `ready` as the newest version of its article; gives its row. The version before it is kept, but no longer searched or joined."""
    record = ready.record
    retire(connection, record.article.id, joiner)
    row = _article(connection, ready)
    connection.execute("INSERT INTO records VALUES (?, ?)", (row, ready.packed))
    connection.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?)", [(row, n, *s) for n, s in enumerate(ready.sentences)])
    joiner.add(write_reading(connection, row, ready))
    enter(connection, row, ready)
    return row


def write_reading(connection: sqlite3.Connection, row: int, ready: Prepared) -> list[int]:
    """The rows of what was read out of the article `row`; gives those of its events."""
    record = ready.record
    connection.executemany("INSERT INTO summaries VALUES (?, ?, ?, ?, ?)", [(row, n, s.start, s.end, s.shown) for n, s in enumerate(record.summary)])
    connection.executemany(
        "INSERT INTO dates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(row, d.start, d.end, d.text, d.value, d.granularity, d.modifier, d.calendar, d.original, d.basis, d.rule) for d in record.dates],
    )
    rows = {actor.id: _actor(connection, row, actor) for actor in record.actors}
    for quote in record.quotes:
        _quote(connection, row, quote, rows)
    events = [_event(connection, row, event, rows, record.article.published) for event in record.events]
    write_tellings(connection, events, ready.lead, ready.evidence)
    return events


def retire(connection: sqlite3.Connection, id: str, joiner: Joiner) -> None:
    """Takes the current version of the article `id`, if there is one, out of what is searched and joined."""
    for (row,) in connection.execute("SELECT row FROM articles WHERE id = ? AND current = 1", (id,)).fetchall():
        connection.execute("UPDATE articles SET current = 0 WHERE row = ?", (row,))
        strike(connection, row)
        joiner.leave(row)
        uncount(connection, row)


def uncount(connection: sqlite3.Connection, row: int) -> None:
    """Takes the spellings of an article off their counts."""
    told = connection.execute(
        "SELECT id, actor, name FROM roles WHERE article = ? UNION ALL "
        "SELECT r.id, r.actor, m.text FROM roles r JOIN mentions m ON m.article = r.article AND m.actor = r.id WHERE r.article = ?",
        (row, row),
    ).fetchall()
    spelled = sorted({(id_, actor, " ".join(text.split())) for id_, actor, text in told})
    pairs = [(actor, spelling) for _, actor, spelling in spelled]
    connection.executemany("UPDATE spellings SET articles = articles - 1 WHERE actor = ? AND spelling = ?", pairs)
    connection.executemany("DELETE FROM spellings WHERE actor = ? AND spelling = ? AND articles <= 0", pairs)


def _article(connection: sqlite3.Connection, ready: Prepared) -> int:
    article, made_by = ready.record.article, ready.record.made_by
    version = connection.execute("SELECT coalesce(max(version), 0) + 1 FROM articles WHERE id = ?", (article.id,)).fetchone()[0]
    values = {
        "id": article.id, "version": version, "current": 1, "digest": ready.digest, "outlet": article.outlet, "published": article.published,
        "published_at": article.published_at, "published_basis": article.published_basis, "modified": article.modified, "title": article.title,
        "url": article.url, "language": article.language, "genre": article.genre, "section": article.section, "authors": _list(article.authors),
        "agencies": _list(article.agencies), "abstract": _list(article.abstract), "image": article.image, "image_caption": article.image_caption,
        "image_credit": article.image_credit, "same_text_as": article.same_text_as, "khabar": made_by.khabar, "lexicon": made_by.lexicon,
        "text": article.text,
    }
    cursor = connection.execute(f"INSERT INTO articles ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))
    row = int(cursor.lastrowid or 0)
    origin = _origin(connection, row, ready.sketch, article.same_text_as)
    connection.execute("UPDATE articles SET origin = ? WHERE row = ?", (origin, row))
    connection.executemany("INSERT INTO sketches VALUES (?, ?)", [(h, row) for h in ready.sketch])
    return row


def _origin(connection: sqlite3.Connection, row: int, sketch: Sequence[int], same_text_as: str | None) -> int:
    """The first article that this one reprints, itself where it reprints none."""
    if same_text_as is not None:
        known = connection.execute("SELECT origin FROM articles WHERE id = ? AND current = 1 AND row <> ?", (same_text_as, row)).fetchone()
        if known is not None:
            return int(known[0])
    shared: dict[int, int] = {}
    for hash_ in sketch:
        found = connection.execute("SELECT article FROM sketches WHERE hash = ? LIMIT ?", (hash_, _COMMON)).fetchall()
        if len(found) < _COMMON:
            for (other,) in found:
                shared[other] = shared.get(other, 0) + 1
    for other in sorted(shared, key=lambda o: (-shared[o], o))[:5]:
        size = connection.execute("SELECT count(*) FROM sketches WHERE article = ?", (other,)).fetchone()[0]
        if same_text(shared[other], len(sketch), size):
            return int(connection.execute("SELECT origin FROM articles WHERE row = ?", (other,)).fetchone()[0])
    return row


def _list(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _actor(connection: sqlite3.Connection, article: int, actor: Actor) -> int:
    """The row of an actor across articles, made where it is new; its part in this article written."""
    known = connection.execute("SELECT row FROM actors WHERE key = ?", (actor.key,)).fetchone()
    if known is None:
        cursor = connection.execute(
            "INSERT INTO actors (key, root, name, kind, country, sector, wikidata, geonameid) VALUES (?, 0, ?, ?, ?, ?, ?, ?)",
            (actor.key, actor.name, actor.kind, actor.country, actor.sector, actor.wikidata, actor.geonameid),
        )
        row = int(cursor.lastrowid or 0)
        connection.execute("UPDATE actors SET root = row WHERE row = ?", (row,))
        settle(connection, row)
    else:
        row = int(known[0])
    connection.execute(
        "INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (article, actor.id, row, actor.name, actor.role, actor.country, actor.sector, actor.rule),
    )
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)", [(article, m.start, m.end, actor.id, m.text) for m in actor.mentions])
    connection.executemany(
        "INSERT INTO spellings VALUES (?, ?, ?, 1) ON CONFLICT (actor, spelling) DO UPDATE SET articles = articles + 1",
        [(row, spelling, fold_word(spelling)) for spelling in dict.fromkeys((actor.name, *(" ".join(m.text.split()) for m in actor.mentions)))],
    )
    return row


def _quote(connection: sqlite3.Connection, article: int, quote: Quote, rows: dict[str, int]) -> None:
    cue = (quote.cue.start, quote.cue.end, quote.cue.text) if quote.cue is not None else (None, None, None)
    cursor = connection.execute(
        "INSERT INTO quotes (article, id, kind, stance, start, \"end\", text, cue_start, cue_end, cue, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article, quote.id, quote.kind, quote.stance, quote.start, quote.end, quote.text, *cue, quote.rule),
    )
    parties = [(cursor.lastrowid, "speaker", n, rows[a]) for n, a in enumerate(quote.speakers)]
    parties += [(cursor.lastrowid, "chain", n, rows[a]) for n, a in enumerate(quote.chain)]
    connection.executemany("INSERT INTO quote_parties VALUES (?, ?, ?, ?)", parties)


def _event(connection: sqlite3.Connection, article: int, event: Event, rows: dict[str, int], published: str | None) -> int:
    counts = [bound for count in (event.dead, event.injured, event.arrested, event.displaced) for bound in _bounds(count)]
    place = event.place
    values = (
        article, event.id, event.event, event.mode, event.status, event.date, event.date_basis, day_of(event, published),
        _place(connection, place) if place is not None else None, event.place_basis, place.start if place else None, place.end if place else None,
        event.quote, event.trigger.start, event.trigger.end, event.trigger.text, event.evidence.start, event.evidence.end, event.evidence.text,
        *counts, _list(event.contexts), event.quad_code, event.event_scale, event.confidence, event.rule,
    )
    cursor = connection.execute(
        f"INSERT INTO events ({_EVENT_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values,
    )
    parties = [
        (cursor.lastrowid, part, n, rows[a])
        for part, ids in (("actor", event.actor), ("recipient", event.recipient), ("source", event.source)) for n, a in enumerate(ids)
    ]
    connection.executemany("INSERT INTO event_parties VALUES (?, ?, ?, ?)", parties)
    connection.executemany("INSERT OR IGNORE INTO event_mentions VALUES (?, ?, ?, ?)", [(cursor.lastrowid, m.start, m.end, m.text) for m in event.mentions])
    _ties(connection, int(cursor.lastrowid or 0), event, day_of(event, published) or "", rows)
    return int(cursor.lastrowid or 0)


def _ties(connection: sqlite3.Connection, row: int, event: Event, day: str, rows: dict[str, int]) -> None:
    """Who with whom: each actor with each recipient; where nobody is acted on, those who act together."""
    roots = {a: int(connection.execute("SELECT root FROM actors WHERE row = ?", (rows[a],)).fetchone()[0]) for a in (*event.actor, *event.recipient)}
    if event.recipient:
        pairs = {(roots[a], roots[r]) for a in event.actor for r in event.recipient}
    else:
        pairs = {(min(one, other), max(one, other)) for one, other in combinations([roots[a] for a in event.actor], 2)}
    connection.executemany("INSERT OR IGNORE INTO ties VALUES (?, ?, ?, ?, ?)", [(*pair, event.event, day, row) for pair in sorted(pairs) if pair[0] != pair[1]])


_EVENT_COLUMNS = (
    "article, id, event, mode, status, date, date_basis, day, place, place_basis, place_start, place_end, quote, trigger_start, trigger_end, trigger, "
    "evidence_start, evidence_end, evidence, dead_min, dead_max, injured_min, injured_max, arrested_min, arrested_max, displaced_min, displaced_max, "
    "contexts, quad_code, event_scale, confidence, rule"
)


def _bounds(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count is not None else (None, None)


def day_of(event: Event, published: str | None) -> str | None:
    """The day that an event is filed under: its own where it is told to the day, that of publication where no date is told, else none."""
    if event.date is not None:
        return event.date[:10] if len(event.date) >= 10 and event.date[5].isdigit() else None
    return published


def _place(connection: sqlite3.Connection, place: Place) -> int:
    known = connection.execute(
        "SELECT row FROM places WHERE name = ? AND coalesce(country, '') = ? AND coalesce(geonameid, 0) = ?",
        (place.text, place.country or "", place.geonameid or 0),
    ).fetchone()
    if known is not None:
        return int(known[0])
    cursor = connection.execute(
        "INSERT INTO places (name, country, lat, lon, geonameid) VALUES (?, ?, ?, ?, ?)",
        (place.text, place.country, place.lat, place.lon, place.geonameid),
    )
    return int(cursor.lastrowid or 0)
