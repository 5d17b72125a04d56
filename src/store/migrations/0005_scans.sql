-- How often was what scanned? Counts by day in the city, and nothing of whoever scanned. `code` is empty where an old address named a
-- place alone; `place_id` is the place whose page was shown, 0 where the register did not know it any more.
CREATE TABLE scan (
    day TEXT NOT NULL CHECK (length(day) = 10),
    code TEXT NOT NULL,
    lang TEXT NOT NULL,
    class TEXT NOT NULL CHECK (class IN ('person', 'robot', 'crew')),
    via TEXT NOT NULL CHECK (via IN ('code', 'legacy')),
    place_id INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (day, code, lang, class, via, place_id)
) STRICT, WITHOUT ROWID;
