-- The kinds of events of an article, without reading the events.
DROP INDEX events_by_article;
CREATE INDEX events_by_article ON events (article, event, status);
