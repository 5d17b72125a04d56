-- The number of a draft is never given again: a page that was left open must not write over a newer draft that got the number of its own.
CREATE TABLE numbered_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place_id INTEGER NOT NULL REFERENCES place (id),
    part TEXT NOT NULL,
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    based_on TEXT NOT NULL,
    fields TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
INSERT INTO numbered_draft (id, place_id, part, editor_id, based_on, fields, revision, saved_at)
    SELECT id, place_id, part, editor_id, based_on, fields, revision, saved_at FROM draft;
DROP TABLE draft;
ALTER TABLE numbered_draft RENAME TO draft;
CREATE INDEX draft_by_place ON draft (place_id, part, editor_id);
