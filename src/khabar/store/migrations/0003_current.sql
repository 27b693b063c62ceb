-- The current version of an article is found by its id, and lists by day or outlet run over current versions only.
DROP INDEX articles_by_day;
DROP INDEX articles_by_outlet;
CREATE UNIQUE INDEX articles_current ON articles (id) WHERE current = 1;
CREATE INDEX articles_by_day ON articles (published, row) WHERE current = 1;
CREATE INDEX articles_by_outlet ON articles (outlet, published, row) WHERE current = 1;

-- Ties of some days, and the actors of a country.
CREATE INDEX ties_by_day ON ties (day, actor, recipient, event_type);
CREATE INDEX actors_by_country ON actors (country);
