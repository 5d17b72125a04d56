-- Texts read aloud: at most one in use for a place and a language; those replaced or withdrawn stay, out of use.
CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    lang TEXT NOT NULL,
    digest TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('mp3', 'ogg', 'm4a')),
    size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 8388608),
    seconds INTEGER,
    speaker TEXT NOT NULL CHECK (speaker <> ''),
    licence TEXT NOT NULL CHECK (licence <> ''),
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    made_at TEXT NOT NULL,
    retired_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX recording_in_use ON recording (place_id, lang) WHERE retired_at = '';
CREATE TABLE recording_file (
    recording_id INTEGER PRIMARY KEY REFERENCES recording (id),
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER recording_is_new AFTER INSERT ON recording BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER recording_is_public AFTER UPDATE ON recording BEGIN UPDATE edition_number SET number = number + 1; END;
