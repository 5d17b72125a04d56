-- A batch is an order: what it was made of, so that it can be made again byte for byte, and what has become of every plate.
CREATE TABLE print_profile (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- `plate_file` is the file of the plate as it was; empty means the plate of that name that the program came with.
ALTER TABLE print_batch ADD COLUMN plate_file TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN fonts TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN profile_sha256 TEXT REFERENCES print_profile (sha256);
ALTER TABLE print_batch ADD COLUMN format TEXT NOT NULL DEFAULT 'pdf';
ALTER TABLE print_batch ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN dpi INTEGER;
ALTER TABLE print_batch ADD COLUMN bwr INTEGER NOT NULL DEFAULT 0;
ALTER TABLE print_batch ADD COLUMN skip INTEGER NOT NULL DEFAULT 0;
ALTER TABLE print_batch ADD COLUMN spots TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN dated TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN ordered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN cause TEXT NOT NULL DEFAULT 'first';
ALTER TABLE print_batch ADD COLUMN reprint_of INTEGER REFERENCES print_batch (id);
ALTER TABLE print_batch ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch ADD COLUMN manifest_sha256 TEXT;
UPDATE print_batch SET dated = made_at;

-- What the plate said and where it was to hang, besides its name: `place` is `kind/slug` as it was, `ward` a name.
ALTER TABLE print_batch_sign ADD COLUMN number INTEGER;
ALTER TABLE print_batch_sign ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch_sign ADD COLUMN ward TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch_sign ADD COLUMN mounting_m TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch_sign ADD COLUMN distance_m TEXT NOT NULL DEFAULT '';
ALTER TABLE print_batch_sign ADD COLUMN state TEXT NOT NULL DEFAULT 'ordered'
    CHECK (state IN ('ordered', 'sent', 'printed', 'received', 'installed', 'void'));
UPDATE print_batch_sign SET
    number = (SELECT number FROM sign WHERE sign.code = print_batch_sign.code),
    place = (SELECT place.kind || '/' || place.slug FROM sign JOIN place ON place.id = sign.place_id WHERE sign.code = print_batch_sign.code),
    ward = coalesce((SELECT ward.name FROM sign JOIN ward ON ward.id = sign.ward_id WHERE sign.code = print_batch_sign.code), '');
CREATE INDEX print_batch_sign_by_code ON print_batch_sign (code);

-- What was ordered is what was ordered: only the hash of what was made of it, and the state of a plate, come later.
CREATE TRIGGER an_order_is_never_changed BEFORE UPDATE ON print_batch
WHEN old.manifest_sha256 IS NOT NULL
    OR new.id <> old.id OR new.made_at <> old.made_at OR new.base_url <> old.base_url OR new.plate <> old.plate
    OR new.program <> old.program OR new.plate_file <> old.plate_file OR new.fonts <> old.fonts
    OR new.profile_sha256 IS NOT old.profile_sha256 OR new.format <> old.format OR new.sheet <> old.sheet OR new.dpi IS NOT old.dpi
    OR new.bwr <> old.bwr OR new.skip <> old.skip OR new.spots <> old.spots OR new.dated <> old.dated
    OR new.ordered_by <> old.ordered_by OR new.cause <> old.cause OR new.reprint_of IS NOT old.reprint_of
    OR new.reason <> old.reason OR new.note <> old.note
BEGIN
    SELECT RAISE (ABORT, 'an order is never changed');
END;
CREATE TRIGGER an_order_is_never_deleted BEFORE DELETE ON print_batch BEGIN
    SELECT RAISE (ABORT, 'an order is never deleted');
END;
CREATE TRIGGER an_order_is_never_replaced BEFORE INSERT ON print_batch WHEN EXISTS (SELECT 1 FROM print_batch WHERE id >= new.id) BEGIN
    SELECT RAISE (ABORT, 'an order is never replaced');
END;
CREATE TRIGGER a_plate_is_never_changed
BEFORE UPDATE OF batch_id, position, code, kind_word, name, number, place, ward, mounting_m, distance_m ON print_batch_sign BEGIN
    SELECT RAISE (ABORT, 'a plate is never changed');
END;
CREATE TRIGGER a_plate_is_never_deleted BEFORE DELETE ON print_batch_sign BEGIN
    SELECT RAISE (ABORT, 'a plate is never deleted');
END;
CREATE TRIGGER a_plate_is_never_replaced BEFORE INSERT ON print_batch_sign
WHEN EXISTS (SELECT 1 FROM print_batch_sign WHERE batch_id = new.batch_id AND position >= new.position) BEGIN
    SELECT RAISE (ABORT, 'a plate is never replaced');
END;

-- Everything that became of an order; without a position it is about the whole order.
CREATE TABLE print_event (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES print_batch (id),
    position INTEGER,
    step TEXT NOT NULL,
    cause TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    FOREIGN KEY (batch_id, position) REFERENCES print_batch_sign (batch_id, position)
) STRICT;
CREATE INDEX print_event_by_batch ON print_event (batch_id);
CREATE TRIGGER print_event_is_never_changed BEFORE UPDATE ON print_event BEGIN
    SELECT RAISE (ABORT, 'what became of an order is never changed');
END;
CREATE TRIGGER print_event_is_never_deleted BEFORE DELETE ON print_event BEGIN
    SELECT RAISE (ABORT, 'what became of an order is never deleted');
END;
CREATE TRIGGER print_event_is_never_replaced BEFORE INSERT ON print_event WHEN EXISTS (SELECT 1 FROM print_event WHERE id >= new.id) BEGIN
    SELECT RAISE (ABORT, 'what became of an order is never replaced');
END;

-- A print shop has no account: a link shows it one order, for a time. Kept as a digest, as the office keeps what signs in.
CREATE TABLE shop_link (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    batch_id INTEGER NOT NULL REFERENCES print_batch (id),
    until TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    revoked_at TEXT NOT NULL,
    revoked_by TEXT NOT NULL
) STRICT;
CREATE INDEX shop_link_by_batch ON shop_link (batch_id);

-- How high a plate hangs and how far away it is read, in metres; empty where not known.
ALTER TABLE sign ADD COLUMN mounting_m TEXT NOT NULL DEFAULT '';
ALTER TABLE sign ADD COLUMN distance_m TEXT NOT NULL DEFAULT '';
