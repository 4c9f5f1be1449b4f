-- What persons said of doubtful rows and of columns, once and for all documents of a layout.
--
-- subject: of a column "LAYOUT/number from 0", of a row "LAYOUT/ROW", as filed_row.row_key.
-- verdict: mapped (a column), confirmed, corrected, rejected (a row). The living one of a subject
-- counts; what replaced it or took it back is noted, nothing is ever deleted. What was seen then
-- is kept with it: the document, the place, the row's text; of a column its head and both roles.
CREATE TABLE correction (
  region_code text NOT NULL,
  correction_id bigint NOT NULL,
  layout text NOT NULL,
  subject text NOT NULL,
  verdict text NOT NULL,
  head text,
  role_before text,
  role_after text,
  document_name text,
  document_hash text,
  place text,
  row_text text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, correction_id)
);
CREATE INDEX correction_by_subject ON correction (region_code, living, subject);
CREATE INDEX correction_by_time ON correction (region_code, made_at, correction_id);

-- What the row read until then (side "before") and reads since ("after"), a row each reading.
CREATE TABLE correction_reading (
  region_code text NOT NULL,
  correction_id bigint NOT NULL,
  side text NOT NULL,
  number bigint NOT NULL,
  agency text,
  project text,
  level1 text,
  level2 text,
  name text,
  comparator text,
  target text,
  measure text,
  points text,
  PRIMARY KEY (region_code, correction_id, side, number),
  FOREIGN KEY (region_code, correction_id) REFERENCES correction (region_code, correction_id)
);

-- Under what a correction of the row is remembered; NULL for rows without doubt, and for rows that
-- were filed before this was kept.
ALTER TABLE filed_row ADD COLUMN row_key text;
CREATE INDEX filed_row_in_doubt ON filed_row (region_code, version_id, row_key)
  WHERE row_key IS NOT NULL;

-- SHA-256 of the ids of the corrections the document was read by; NULL for none. The same document
-- read by other corrections is another version.
ALTER TABLE filing_version ADD COLUMN corrections text;
