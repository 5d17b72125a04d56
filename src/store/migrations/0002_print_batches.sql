-- What was sent to the press, with which address: metal outlives settings.
CREATE TABLE print_batch (
    id INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    base_url TEXT NOT NULL,
    plate TEXT NOT NULL,
    program TEXT NOT NULL
) STRICT;

CREATE TABLE print_batch_sign (
    batch_id INTEGER NOT NULL REFERENCES print_batch (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL REFERENCES sign (code),
    kind_word TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (batch_id, position)
) STRICT;
