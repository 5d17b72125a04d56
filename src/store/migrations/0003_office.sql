-- The office: who works there, every version of every text, and what has ever been changed. Times are ISO 8601 in UTC.
CREATE TABLE editor (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE CHECK (login <> ''),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    langs TEXT NOT NULL,
    password TEXT NOT NULL,
    totp_secret TEXT NOT NULL,
    totp_step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    made_at TEXT NOT NULL
) STRICT;

-- Kept as digests: whoever reads the file cannot sign in with it.
CREATE TABLE recovery_code (
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    digest TEXT NOT NULL,
    used_at TEXT NOT NULL,
    PRIMARY KEY (editor_id, digest)
) STRICT;
CREATE TABLE session (
    digest TEXT PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    device TEXT NOT NULL
) STRICT;
CREATE TABLE invitation (
    digest TEXT PRIMARY KEY,
    editor_id INTEGER REFERENCES editor (id),
    made_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    used_at TEXT NOT NULL
) STRICT;

-- A version is one saved state of a text; it is never changed, and its stage stands in story.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    lang TEXT NOT NULL,
    number INTEGER NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL,
    sources TEXT NOT NULL,
    review TEXT NOT NULL,
    author TEXT NOT NULL,
    photos TEXT NOT NULL,
    editor_id INTEGER REFERENCES editor (id),
    based_on INTEGER REFERENCES version (id),
    restored_from INTEGER REFERENCES version (id),
    translated_from INTEGER REFERENCES version (id),
    made_at TEXT NOT NULL,
    UNIQUE (place_id, lang, number)
) STRICT;
INSERT INTO version
    SELECT story.id, story.place_id, story.lang, 1, story.lead, story.body, story.sources, story.review, story.author, '', NULL, NULL, NULL,
        source.id, ''
    FROM story LEFT JOIN story AS source ON source.place_id = story.place_id AND source.lang = 'vi' AND story.lang <> 'vi'
    ORDER BY story.id;
CREATE TRIGGER a_version_is_never_changed BEFORE UPDATE ON version BEGIN
    SELECT RAISE (ABORT, 'a version is never changed');
END;
CREATE TRIGGER a_version_is_never_deleted BEFORE DELETE ON version BEGIN
    SELECT RAISE (ABORT, 'a version is never deleted');
END;

-- What visitors see of a text, and what is being worked on: the public version stays until the next one is published.
-- A translation follows `translated_from`, save for the paragraphs whose digests are in `checked`.
CREATE TABLE story_by_version (
    place_id INTEGER NOT NULL REFERENCES place (id),
    lang TEXT NOT NULL,
    public_version INTEGER REFERENCES version (id),
    public_stage TEXT NOT NULL CHECK (public_stage IN ('', 'published', 'withdrawn')),
    working_version INTEGER REFERENCES version (id),
    working_stage TEXT NOT NULL CHECK (working_stage IN ('', 'draft', 'in-review')),
    submitted_by INTEGER REFERENCES editor (id),
    returned_because TEXT NOT NULL,
    publish_at TEXT NOT NULL,
    scheduled_by INTEGER REFERENCES editor (id),
    translated_from INTEGER REFERENCES version (id),
    checked TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (place_id, lang),
    CHECK ((public_version IS NULL) = (public_stage = '')),
    CHECK ((working_version IS NULL) = (working_stage = '')),
    CHECK (publish_at = '' OR working_stage = 'in-review')
) STRICT;
INSERT INTO story_by_version
    SELECT place_id, lang,
        CASE WHEN stage IN ('published', 'withdrawn') THEN id END, CASE WHEN stage IN ('published', 'withdrawn') THEN stage ELSE '' END,
        CASE WHEN stage IN ('draft', 'in-review') THEN id END, CASE WHEN stage IN ('draft', 'in-review') THEN stage ELSE '' END,
        NULL, '', '', NULL, (SELECT translated_from FROM version WHERE version.id = story.id), '', '', ''
    FROM story;
DROP TABLE story;
ALTER TABLE story_by_version RENAME TO story;

-- When was a version public?
CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    published_at TEXT NOT NULL,
    published_until TEXT NOT NULL,
    editor_id INTEGER REFERENCES editor (id)
) STRICT;
INSERT INTO publication (version_id, published_at, published_until, editor_id)
    SELECT public_version, '', '', NULL FROM story WHERE public_stage = 'published';

-- What an editor has typed and not yet saved: theirs alone. `part` is a language, or `record`; fields are JSON.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    part TEXT NOT NULL,
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    based_on TEXT NOT NULL,
    fields TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_place ON draft (place_id, part, editor_id);

CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    paragraph INTEGER NOT NULL,
    words TEXT NOT NULL,
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    made_at TEXT NOT NULL,
    settled_at TEXT NOT NULL,
    settled_by INTEGER REFERENCES editor (id)
) STRICT;
CREATE INDEX comment_by_version ON comment (version_id);

-- Every change, for ever. The hash covers the row before it and the digest of the payload, so that a payload can be erased by law.
-- `versions` holds the number and the digest of every version that is told of here first, so that none can be changed unseen.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    place_id INTEGER REFERENCES place (id),
    subject TEXT NOT NULL,
    lang TEXT NOT NULL,
    version_id INTEGER REFERENCES version (id),
    versions TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL,
    erased INTEGER NOT NULL
) STRICT;
CREATE INDEX history_by_place ON history (place_id);
CREATE INDEX history_by_subject ON history (subject);
CREATE INDEX history_by_time ON history (at);
CREATE TABLE history_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL,
    hash TEXT NOT NULL,
    last_version INTEGER NOT NULL
) STRICT;
INSERT INTO history_head VALUES (1, 0, '', 0);
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history BEGIN
    SELECT RAISE (ABORT, 'history is never deleted');
END;
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
WHEN NOT (new.erased = 1 AND new.payload = '' AND new.id = old.id AND new.at = old.at AND new.who = old.who AND new.act = old.act
    AND new.place_id IS old.place_id AND new.subject = old.subject AND new.lang = old.lang AND new.version_id IS old.version_id
    AND new.versions = old.versions AND new.digest = old.digest AND new.hash = old.hash)
BEGIN
    SELECT RAISE (ABORT, 'history is never changed');
END;
-- `INSERT OR REPLACE` deletes without asking the trigger above.
CREATE TRIGGER history_is_never_replaced BEFORE INSERT ON history WHEN EXISTS (SELECT 1 FROM history WHERE id >= new.id) BEGIN
    SELECT RAISE (ABORT, 'history is never replaced');
END;
CREATE TRIGGER a_version_is_never_replaced BEFORE INSERT ON version
WHEN EXISTS (SELECT 1 FROM version WHERE id >= new.id)
    OR EXISTS (SELECT 1 FROM version WHERE place_id = new.place_id AND lang = new.lang AND number = new.number)
BEGIN
    SELECT RAISE (ABORT, 'a version is never replaced');
END;

-- What the history was when a backup was taken: whoever rewrites what came before no longer fits to it.
CREATE TABLE backup_seal (
    id INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TRIGGER a_seal_is_never_changed BEFORE UPDATE ON backup_seal BEGIN
    SELECT RAISE (ABORT, 'a seal is never changed');
END;
CREATE TRIGGER a_seal_is_never_deleted BEFORE DELETE ON backup_seal BEGIN
    SELECT RAISE (ABORT, 'a seal is never deleted');
END;
CREATE TRIGGER a_seal_is_never_replaced BEFORE INSERT ON backup_seal WHEN EXISTS (SELECT 1 FROM backup_seal WHERE id >= new.id) BEGIN
    SELECT RAISE (ABORT, 'a seal is never replaced');
END;

-- Photos and scans of papers, re-encoded; nothing of the file that was sent is kept.
CREATE TABLE photo (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'paper')),
    digest TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    author TEXT NOT NULL,
    licence TEXT NOT NULL,
    source TEXT NOT NULL,
    taken TEXT NOT NULL,
    alt_vi TEXT NOT NULL,
    alt_en TEXT NOT NULL,
    editor_id INTEGER NOT NULL REFERENCES editor (id),
    made_at TEXT NOT NULL,
    retired_at TEXT NOT NULL
) STRICT;
CREATE INDEX photo_by_place ON photo (place_id);
CREATE TABLE photo_file (
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    width INTEGER NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('webp', 'jpg')),
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (photo_id, width, format)
) STRICT;

-- An address that a place once had still leads to it.
CREATE TABLE former_slug (
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    place_id INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (kind, slug)
) STRICT;

ALTER TABLE place ADD COLUMN retired_on TEXT NOT NULL DEFAULT '';
ALTER TABLE place ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE street ADD COLUMN names TEXT NOT NULL DEFAULT '';
ALTER TABLE landmark ADD COLUMN names TEXT NOT NULL DEFAULT '';

-- Grows with every change that visitors can see, and with no other: autosaved drafts make no new edition.
CREATE TABLE edition_number (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO edition_number VALUES (1, 0);
CREATE TRIGGER place_is_public AFTER UPDATE ON place BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER place_is_gone AFTER DELETE ON place BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER street_is_new AFTER INSERT ON street BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER street_is_public AFTER UPDATE ON street BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER street_is_gone AFTER DELETE ON street BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER landmark_is_new AFTER INSERT ON landmark BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER landmark_is_public AFTER UPDATE ON landmark BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER landmark_is_gone AFTER DELETE ON landmark BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER namesake_is_new AFTER INSERT ON namesake BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER namesake_is_public AFTER UPDATE ON namesake BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER namesake_is_gone AFTER DELETE ON namesake BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER ward_is_new AFTER INSERT ON ward BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER ward_is_public AFTER UPDATE ON ward BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER ward_is_gone AFTER DELETE ON ward BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER sign_is_new AFTER INSERT ON sign BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER sign_is_public AFTER UPDATE ON sign BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER story_is_new AFTER INSERT ON story WHEN new.public_stage <> ''
    BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER story_is_public AFTER UPDATE OF public_version, public_stage ON story
    WHEN new.public_version IS NOT old.public_version OR new.public_stage <> old.public_stage
    BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER story_is_gone AFTER DELETE ON story BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER photo_is_public AFTER UPDATE ON photo BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER former_slug_is_new AFTER INSERT ON former_slug BEGIN UPDATE edition_number SET number = number + 1; END;

-- What is being worked on is little beside what is public.
CREATE INDEX story_at_work ON story (working_stage) WHERE working_stage <> '';
CREATE INDEX story_scheduled ON story (publish_at) WHERE publish_at <> '';
CREATE INDEX version_by_editor ON version (editor_id) WHERE editor_id IS NOT NULL;
