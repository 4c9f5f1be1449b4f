-- How rows of a year stand to those of other agencies, as of the last look at the whole year, or of
-- the document a project came in. kind: copy, cost; body: an item a member, "key=value".
CREATE TABLE comparison (
  region_code text NOT NULL,
  year bigint NOT NULL,
  number bigint NOT NULL,
  project_id bigint NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (region_code, year, number),
  FOREIGN KEY (region_code, project_id) REFERENCES project (region_code, project_id)
);
CREATE INDEX comparison_by_project ON comparison (region_code, project_id);

-- The pack a finding that was set aside was made by; NULL where that was not kept.
ALTER TABLE waiver ADD COLUMN pack_id text;
ALTER TABLE waiver ADD COLUMN pack_version bigint;
