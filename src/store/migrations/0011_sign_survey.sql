-- What a survey found out about where a sign stands; unknown is the empty text. A crossing is words, or a place by its id, so that it
-- keeps up with renamings. Metres are along the street.
ALTER TABLE sign ADD COLUMN side TEXT NOT NULL DEFAULT '';
ALTER TABLE sign ADD COLUMN corner TEXT NOT NULL DEFAULT '';
ALTER TABLE sign ADD COLUMN corner_id INTEGER REFERENCES place (id);
ALTER TABLE sign ADD COLUMN end_a TEXT NOT NULL DEFAULT '';
ALTER TABLE sign ADD COLUMN end_a_id INTEGER REFERENCES place (id);
ALTER TABLE sign ADD COLUMN end_a_m INTEGER;
ALTER TABLE sign ADD COLUMN end_b TEXT NOT NULL DEFAULT '';
ALTER TABLE sign ADD COLUMN end_b_id INTEGER REFERENCES place (id);
ALTER TABLE sign ADD COLUMN end_b_m INTEGER;
ALTER TABLE sign ADD COLUMN checked_on TEXT NOT NULL DEFAULT '';
-- The picture of the sign itself.
ALTER TABLE sign ADD COLUMN photo_id INTEGER REFERENCES photo (id);
