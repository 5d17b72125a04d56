-- Addresses on plates from before there were codes. Each leads to a sign or to a place, for as long as the metal hangs.
CREATE TABLE legacy_link (
    address TEXT PRIMARY KEY CHECK (address <> ''),
    place_id INTEGER REFERENCES place (id),
    code TEXT REFERENCES sign (code),
    CHECK ((place_id IS NULL) <> (code IS NULL))
) STRICT;
CREATE TRIGGER legacy_link_is_new AFTER INSERT ON legacy_link BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER legacy_link_is_public AFTER UPDATE ON legacy_link BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER legacy_link_is_gone AFTER DELETE ON legacy_link BEGIN UPDATE edition_number SET number = number + 1; END;
