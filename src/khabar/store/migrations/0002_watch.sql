-- Feeds that are watched: validators of the last visit, failures in a row, and the time (seconds since 1970) before which a feed is left alone.
CREATE TABLE feeds (
    address TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    failures INTEGER NOT NULL,
    wait_until REAL NOT NULL
) WITHOUT ROWID;

-- What a feed told of: how often it was tried, -1 where it is done with.
CREATE TABLE feed_entries (
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;
