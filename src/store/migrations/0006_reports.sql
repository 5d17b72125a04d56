-- What visitors report of signs. Nothing here tells who sent it: no address, no device, no name.
CREATE TABLE report_case (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (length(number) = 8),
    code TEXT NOT NULL REFERENCES sign (code),
    kind TEXT NOT NULL CHECK (kind IN ('damaged', 'missing', 'covered', 'unreadable', 'wrong-text', 'wrong-place', 'different', 'other')),
    state TEXT NOT NULL CHECK (state IN ('received', 'taken', 'mended', 'no-fault')),
    count INTEGER NOT NULL CHECK (count > 0),
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    sentence_vi TEXT NOT NULL,
    sentence_en TEXT NOT NULL
) STRICT;
CREATE INDEX report_case_open ON report_case (code, kind) WHERE state IN ('received', 'taken');
CREATE TRIGGER a_report_is_never_deleted BEFORE DELETE ON report_case BEGIN
    SELECT RAISE (ABORT, 'a report is never deleted');
END;
CREATE TRIGGER a_report_stays_what_it_is_about BEFORE UPDATE OF id, number, code, kind, first_at ON report_case BEGIN
    SELECT RAISE (ABORT, 'a report stays what it is about');
END;

-- A few of the texts and photos that came in are kept of each case.
CREATE TABLE report_words (
    case_id INTEGER NOT NULL REFERENCES report_case (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    lang TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT;
CREATE TABLE report_photo (
    case_id INTEGER NOT NULL REFERENCES report_case (id),
    position INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    at TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (case_id, position, width)
) STRICT;

-- How much came in on each day: nobody fills the disk.
CREATE TABLE report_day (
    day TEXT PRIMARY KEY,
    cases INTEGER NOT NULL,
    words INTEGER NOT NULL,
    photos INTEGER NOT NULL
) STRICT;

-- What the office did.
CREATE TABLE report_step (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES report_case (id),
    step TEXT NOT NULL,
    sentence_vi TEXT NOT NULL,
    sentence_en TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX report_step_by_case ON report_step (case_id);
CREATE TRIGGER report_step_is_never_changed BEFORE UPDATE ON report_step BEGIN
    SELECT RAISE (ABORT, 'what became of a report is never changed');
END;
CREATE TRIGGER report_step_is_never_deleted BEFORE DELETE ON report_step BEGIN
    SELECT RAISE (ABORT, 'what became of a report is never deleted');
END;
CREATE TRIGGER report_step_is_never_replaced BEFORE INSERT ON report_step WHEN EXISTS (SELECT 1 FROM report_step WHERE id >= new.id) BEGIN
    SELECT RAISE (ABORT, 'what became of a report is never replaced');
END;
