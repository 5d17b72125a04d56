-- What the office says of itself once and for all; what is not there is not known.
CREATE TABLE office_setting (
    key TEXT PRIMARY KEY CHECK (key IN ('head-above', 'head-office')),
    value TEXT NOT NULL CHECK (value <> '')
) STRICT, WITHOUT ROWID;
