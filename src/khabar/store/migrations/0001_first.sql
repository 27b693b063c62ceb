-- Articles as published, one row a version; `current` is 1 for the newest. Offsets in every table count code points of `text`, half open.
CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outlet TEXT,
    published TEXT,
    published_at TEXT,
    published_basis TEXT,
    modified TEXT,
    title TEXT NOT NULL,
    url TEXT,
    language TEXT NOT NULL,
    genre TEXT,
    section TEXT,
    authors TEXT NOT NULL,
    agencies TEXT NOT NULL,
    abstract TEXT NOT NULL,
    image TEXT,
    image_caption TEXT,
    image_credit TEXT,
    same_text_as TEXT,
    origin INTEGER,
    khabar TEXT NOT NULL,
    lexicon TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (id, version),
    UNIQUE (id, digest)
);
CREATE INDEX articles_by_day ON articles (current, published, row);
CREATE INDEX articles_by_outlet ON articles (outlet, current, published, row);
CREATE INDEX articles_by_origin ON articles (origin);

-- The record khabar/1 of each version, compressed with zlib, the text left out (it stands in `articles`).
CREATE TABLE records (
    article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
    record BLOB NOT NULL
);

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE summaries (
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE dates (
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT NOT NULL,
    granularity TEXT NOT NULL,
    modifier TEXT,
    calendar TEXT NOT NULL,
    original TEXT,
    basis TEXT NOT NULL,
    rule TEXT NOT NULL
);
CREATE INDEX dates_by_article ON dates (article);
CREATE INDEX dates_by_value ON dates (value);

-- One row for each actor across articles. Rows with one `root` are one actor under several keys; `why` says what joined them.
CREATE TABLE actors (
    row INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    root INTEGER NOT NULL,
    why TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    wikidata TEXT,
    geonameid INTEGER
);
CREATE INDEX actors_by_root ON actors (root);

-- How actors are spelled; `folded` is the spelling that search compares.
CREATE TABLE spellings (
    actor INTEGER NOT NULL REFERENCES actors (row) ON DELETE CASCADE,
    spelling TEXT NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (actor, spelling)
) WITHOUT ROWID;
CREATE INDEX spellings_by_folded ON spellings (folded);

-- The actors of one article, as that article shows them; `id` is the record's own ("a1").
CREATE TABLE roles (
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (row),
    name TEXT NOT NULL,
    role TEXT,
    country TEXT,
    sector TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX roles_by_actor ON roles (actor, article);

CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    actor TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, start, "end", actor)
) WITHOUT ROWID;

CREATE TABLE quotes (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    cue TEXT,
    rule TEXT NOT NULL
);
CREATE INDEX quotes_by_article ON quotes (article);

-- Who speaks (`part` "speaker") and through whom ("chain", the outermost teller first).
CREATE TABLE quote_parties (
    quote INTEGER NOT NULL REFERENCES quotes (row) ON DELETE CASCADE,
    part TEXT NOT NULL,
    number INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (row),
    PRIMARY KEY (quote, part, number)
) WITHOUT ROWID;
CREATE INDEX quote_parties_by_actor ON quote_parties (actor, part, quote);

CREATE TABLE places (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT,
    lat REAL,
    lon REAL,
    geonameid INTEGER
);
CREATE UNIQUE INDEX places_once ON places (name, coalesce(country, ''), coalesce(geonameid, 0));

CREATE TABLE events (
    row INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    event TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    date TEXT,
    date_basis TEXT,
    day TEXT,
    place INTEGER REFERENCES places (row),
    place_basis TEXT,
    place_start INTEGER,
    place_end INTEGER,
    quote TEXT,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    trigger TEXT NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    dead_min INTEGER,
    dead_max INTEGER,
    injured_min INTEGER,
    injured_max INTEGER,
    arrested_min INTEGER,
    arrested_max INTEGER,
    displaced_min INTEGER,
    displaced_max INTEGER,
    contexts TEXT NOT NULL,
    quad_code INTEGER NOT NULL,
    event_scale REAL NOT NULL,
    confidence REAL NOT NULL,
    rule TEXT NOT NULL
);
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_type ON events (event, status, day, article);
CREATE INDEX events_by_place ON events (place);

-- Who did it ("actor"), to whom ("recipient"), and who says so ("source").
CREATE TABLE event_parties (
    event INTEGER NOT NULL REFERENCES events (row) ON DELETE CASCADE,
    part TEXT NOT NULL,
    number INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (row),
    PRIMARY KEY (event, part, number)
) WITHOUT ROWID;
CREATE INDEX event_parties_by_actor ON event_parties (actor, part, event);

CREATE TABLE event_mentions (
    event INTEGER NOT NULL REFERENCES events (row) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (event, start, "end")
) WITHOUT ROWID;

-- Hashes of some runs of words of each text; articles that share most of them are one text reprinted.
CREATE TABLE sketches (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX sketches_by_article ON sketches (article);

-- One row for each call that wrote; rows of `articles` from `first` to `last` came with it, where `last` and `ended` are told: a call that was killed tells none.
CREATE TABLE runs (
    row INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    khabar TEXT NOT NULL,
    new INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    same INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    first INTEGER,
    last INTEGER
);

-- What could not be read: `item` names the input or the article, `digest` the article where there was one.
CREATE TABLE failures (
    source TEXT NOT NULL,
    item TEXT NOT NULL,
    digest TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source, item, digest)
) WITHOUT ROWID;
CREATE INDEX failures_by_digest ON failures (digest);

-- Articles taken down: only their ids, so that they do not come back.
CREATE TABLE forgotten (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT
) WITHOUT ROWID;

-- The words of the current versions as Khabar folds and cuts them; its rowid is the row of the article.
CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");

-- What joining compares: the words of an event's evidence, and of the headline and first sentence of its article.
CREATE TABLE tellings (
    event INTEGER PRIMARY KEY REFERENCES events (row) ON DELETE CASCADE,
    words TEXT NOT NULL,
    lead TEXT NOT NULL
);

-- One event of the world, told by the events of one or more articles. `head` is the event that shows it. `origins` counts independent tellers:
-- reprints of a text and articles of one agency count once. `disputed` is 1 where its tellers deny it or tell tolls that do not agree.
CREATE TABLE stories (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    day TEXT,
    head INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    disputed INTEGER NOT NULL
);
CREATE INDEX stories_by_day ON stories (day, outlets, row);
CREATE INDEX stories_by_type ON stories (event, day, row);

-- Which event belongs to which story; `why` says what made them one, `beside` is the event that it was found like, `basis` "rule" or "person".
CREATE TABLE story_events (
    event INTEGER PRIMARY KEY REFERENCES events (row) ON DELETE CASCADE,
    story INTEGER NOT NULL REFERENCES stories (row),
    score REAL NOT NULL,
    why TEXT NOT NULL,
    beside INTEGER,
    basis TEXT NOT NULL
);
CREATE INDEX story_events_by_story ON story_events (story, event);
CREATE INDEX story_events_beside ON story_events (beside);

-- `story` tells that `other` is denied.
CREATE TABLE denials (
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    PRIMARY KEY (story, other)
) WITHOUT ROWID;
CREATE INDEX denials_of ON denials (other);

-- What events are looked up by when another is joined to them.
CREATE TABLE story_keys (
    key TEXT NOT NULL,
    day TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events (row) ON DELETE CASCADE,
    PRIMARY KEY (key, day, event)
) WITHOUT ROWID;
CREATE INDEX story_keys_of ON story_keys (event);

-- What a person decided about two events ("together", "apart"), each named so that it is known again after a reading anew.
CREATE TABLE decisions (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- Who with whom: an event with one of its actors and one of its recipients; parties that act together stand in both columns, the smaller row first.
CREATE TABLE ties (
    actor INTEGER NOT NULL,
    recipient INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    day TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events (row) ON DELETE CASCADE,
    PRIMARY KEY (actor, recipient, event_type, day, event)
) WITHOUT ROWID;
CREATE INDEX ties_of ON ties (event);
CREATE INDEX ties_by_recipient ON ties (recipient, actor);

-- How names are compared across spellings.
CREATE TABLE skeletons (
    skeleton TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (row) ON DELETE CASCADE,
    PRIMARY KEY (skeleton, actor)
) WITHOUT ROWID;
CREATE INDEX skeletons_of ON skeletons (actor);

-- Saved searches; `seen` is the last row of `articles` that was told.
CREATE TABLE alerts (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    filters TEXT NOT NULL,
    made TEXT NOT NULL,
    seen INTEGER NOT NULL
) WITHOUT ROWID;
