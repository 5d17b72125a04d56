-- What is true of the city. Ids are made by the program; dates are ISO 8601; unknown is the empty text.
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('street', 'landmark', 'namesake')),
    slug TEXT NOT NULL,
    UNIQUE (kind, slug)
) STRICT;

CREATE TABLE namesake (
    place_id INTEGER PRIMARY KEY REFERENCES place (id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    year_from TEXT NOT NULL,
    year_until TEXT NOT NULL,
    role_vi TEXT NOT NULL,
    role_en TEXT NOT NULL,
    other_names TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE street (
    place_id INTEGER PRIMARY KEY REFERENCES place (id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    name_kind TEXT NOT NULL,
    namesake_id INTEGER REFERENCES namesake (place_id),
    attestation TEXT NOT NULL,
    source TEXT NOT NULL,
    districts TEXT NOT NULL,
    former_names_vi TEXT NOT NULL,
    former_names_en TEXT NOT NULL,
    local_tie_vi TEXT NOT NULL,
    local_tie_en TEXT NOT NULL,
    length_m INTEGER,
    decision TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE landmark (
    place_id INTEGER PRIMARY KEY REFERENCES place (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    namesake_id INTEGER REFERENCES namesake (place_id),
    attestation TEXT NOT NULL,
    source TEXT NOT NULL,
    districts TEXT NOT NULL,
    lat TEXT NOT NULL,
    lon TEXT NOT NULL,
    coordinate_source TEXT NOT NULL,
    built TEXT NOT NULL,
    rank TEXT NOT NULL,
    fact_vi TEXT NOT NULL,
    fact_en TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Codes and names of wards were reused for other ground in 2025: the slug is the identity.
CREATE TABLE ward (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    district TEXT NOT NULL,
    became TEXT NOT NULL,
    split TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

-- A code is for ever: rows are added and changed, never deleted.
CREATE TABLE sign (
    code TEXT PRIMARY KEY CHECK (length(code) = 6),
    place_id INTEGER NOT NULL REFERENCES place (id),
    number INTEGER,
    ward_id INTEGER REFERENCES ward (id),
    state TEXT NOT NULL,
    placement TEXT NOT NULL,
    lat TEXT NOT NULL,
    lon TEXT NOT NULL
) STRICT;
CREATE INDEX sign_by_place ON sign (place_id);
CREATE TRIGGER a_code_is_for_ever BEFORE DELETE ON sign BEGIN
    SELECT RAISE (ABORT, 'a sign code is never deleted');
END;

CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    lang TEXT NOT NULL,
    stage TEXT NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL,
    sources TEXT NOT NULL,
    review TEXT NOT NULL,
    author TEXT NOT NULL,
    UNIQUE (place_id, lang)
) STRICT;
