-- The places that say an anniversary, by what they are and not by their addresses of one day: those change when a place is renamed.
-- `rank` 1 is whose birth or death it is.
CREATE TABLE anniversary_place (
    anniversary_id INTEGER NOT NULL REFERENCES anniversary (id),
    rank INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (anniversary_id, rank)
) STRICT;
WITH RECURSIVE part (anniversary_id, rank, written, rest) AS (
    SELECT id, 0, '', shown_on || ' ; ' FROM anniversary WHERE shown_on <> ''
    UNION ALL
    SELECT anniversary_id, rank + 1, substr(rest, 1, instr(rest, ' ; ') - 1), substr(rest, instr(rest, ' ; ') + 3) FROM part
    WHERE rest <> ''
), address (written, place_id) AS (
    SELECT kind || '/' || slug, id FROM place
    UNION ALL
    SELECT kind || '/' || slug, place_id FROM former_slug WHERE (kind, slug) NOT IN (SELECT kind, slug FROM place)
)
INSERT INTO anniversary_place
    SELECT part.anniversary_id, part.rank, address.place_id FROM part JOIN address ON address.written = part.written;
ALTER TABLE anniversary DROP COLUMN shown_on;
