-- What stands around the rows of a version in its document: goals, funding, what the form says of
-- its projects. kind: columns, project, goal, funding; body: an item a member, "key=value".
CREATE TABLE filing_fact (
  region_code text NOT NULL,
  version_id bigint NOT NULL,
  number bigint NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (region_code, version_id, number),
  FOREIGN KEY (region_code, version_id) REFERENCES filing_version (region_code, version_id)
);

-- A finding that a person set aside with a reason, or reported as a false alarm.
--
-- indicator_id: 0 where the finding is about the whole project. cells: SHA-256 of the six folded
-- cells of the row, or of all rows of the project; while they are the same the finding stays set
-- aside, when they change it comes back. Nothing is ever deleted.
CREATE TABLE waiver (
  region_code text NOT NULL,
  waiver_id bigint NOT NULL,
  year bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  rule text NOT NULL,
  cells text NOT NULL,
  kind text NOT NULL,
  reason text,
  message text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, waiver_id)
);
CREATE INDEX waiver_by_year ON waiver (region_code, year, living, rule);

-- The living waiver a finding falls under; NULL for one that stands.
ALTER TABLE finding ADD COLUMN waiver_id bigint;

-- When a year was judged anew, and by which version of which pack.
CREATE TABLE review_run (
  region_code text NOT NULL,
  run_id bigint NOT NULL,
  year bigint NOT NULL,
  pack_id text NOT NULL,
  pack_version bigint NOT NULL,
  made_at bigint NOT NULL,
  errors bigint NOT NULL,
  warnings bigint NOT NULL,
  hints bigint NOT NULL,
  PRIMARY KEY (region_code, run_id)
);
CREATE INDEX review_run_by_year ON review_run (region_code, year, made_at);
