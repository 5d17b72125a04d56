-- Where streets run. A shape is a list of longitude,latitude in WGS 84: blanks between positions, semicolons between parts.
CREATE TABLE street_line (
    place_id INTEGER PRIMARY KEY REFERENCES place (id),
    shape TEXT NOT NULL CHECK (shape <> ''),
    source TEXT NOT NULL,
    licence TEXT NOT NULL
) STRICT;
CREATE TRIGGER street_line_is_new AFTER INSERT ON street_line BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER street_line_is_public AFTER UPDATE ON street_line BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER street_line_is_gone AFTER DELETE ON street_line BEGIN UPDATE edition_number SET number = number + 1; END;
