-- The current version of an article is found by its id, and lists by day or outlet run over current versions only.
DROP INDEX articles_by_day;
DROP INDEX articles_by_outlet;
CREATE UNIQUE INDEX articles_current ON articles (id) WHERE current = 1;
CREATE INDEX articles_by_day ON articles (published, row) WHERE current = 1;
CREATE INDEX articles_by_outlet ON articles (outlet, published, row) WHERE current = 1;
