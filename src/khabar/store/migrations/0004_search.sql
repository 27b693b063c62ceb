-- Days and outlets of current versions by row, without reading the articles.
CREATE INDEX articles_listed ON articles (row, published, outlet) WHERE current = 1;

-- Where each word of `words` stands in the title and the text of its article, packed (`khabar.store.lights`); an article without a row here is cut anew.
CREATE TABLE word_places (
    article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
    title BLOB NOT NULL,
    text BLOB NOT NULL
);

-- What filters ask for, one row a current version: `type_status_country` of each event and each country among its parties, each part left out in turn
-- ("consult__", "_denied_egy"), and `role_country` of each actor.
CREATE VIRTUAL TABLE marks USING fts5 (told, detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");
INSERT INTO marks (rowid, told)
WITH told (article, type, status, country) AS (
    SELECT e.article, e.event, e.status, '' FROM events e
    UNION
    SELECT e.article, e.event, e.status, x.country FROM events e JOIN event_parties p ON p.event = e.row JOIN actors x ON x.row = p.actor
    WHERE p.part <> 'source' AND x.country IS NOT NULL
), mark (article, mark) AS (
    SELECT article, type || '__' || country FROM told
    UNION SELECT article, '_' || status || '_' || country FROM told
    UNION SELECT article, type || '_' || status || '_' || country FROM told
    UNION SELECT article, '__' || country FROM told WHERE country <> ''
    UNION SELECT article, 'role_' || country FROM roles WHERE country IS NOT NULL
)
SELECT a.row, coalesce((SELECT group_concat(m.mark, ' ') FROM mark m WHERE m.article = a.row), '') FROM articles a WHERE a.current = 1;
