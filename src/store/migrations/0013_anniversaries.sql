-- A day of the year on which pages say something that they do not say on others. `shown_on` holds places as `kind/slug`, parted by ` ; `.
CREATE TABLE anniversary (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    shown_on TEXT NOT NULL,
    text_vi TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    text_zh TEXT NOT NULL,
    text_ja TEXT NOT NULL,
    text_ko TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE TRIGGER anniversary_is_new AFTER INSERT ON anniversary BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER anniversary_is_public AFTER UPDATE ON anniversary BEGIN UPDATE edition_number SET number = number + 1; END;
CREATE TRIGGER anniversary_is_gone AFTER DELETE ON anniversary BEGIN UPDATE edition_number SET number = number + 1; END;
