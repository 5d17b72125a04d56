-- Walks through the city. A stop is at a place or at a sign; words are in as many languages as there are any.
CREATE TABLE walk (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    source TEXT NOT NULL
) STRICT;
CREATE TABLE walk_wording (
    walk_id INTEGER NOT NULL REFERENCES walk (id),
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    lead TEXT NOT NULL,
    PRIMARY KEY (walk_id, lang)
) STRICT;
CREATE TABLE walk_stop (
    walk_id INTEGER NOT NULL REFERENCES walk (id),
    number INTEGER NOT NULL,
    place_id INTEGER REFERENCES place (id),
    sign_code TEXT REFERENCES sign (code),
    PRIMARY KEY (walk_id, number),
    CHECK ((place_id IS NULL) <> (sign_code IS NULL))
) STRICT;
CREATE TABLE walk_stop_text (
    walk_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (walk_id, number, lang),
    FOREIGN KEY (walk_id, number) REFERENCES walk_stop (walk_id, number)
) STRICT;

-- The row of the walk is written with every change of its stops and words, so it alone tells that there is something new to show.
CREATE TRIGGER walk_is_new AFTER INSERT ON walk BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER walk_is_public AFTER UPDATE ON walk BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER walk_is_gone AFTER DELETE ON walk BEGIN UPDATE edition_number SET number = number + 1; END;
