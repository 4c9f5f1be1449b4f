-- What stands behind actual values, and the words of a self-evaluation. Nothing is changed or
-- deleted; a living row is ended and stays as history.

-- A file that proves an actual value. sample: how many persons a survey asked, NULL where nobody
-- said. hash: SHA-256 of the bytes, which stand apart so that lists do not read them.
CREATE TABLE evidence (
  region_code text NOT NULL,
  evidence_id bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  actual_id bigint NOT NULL,
  kind text NOT NULL,
  sample bigint,
  name text NOT NULL,
  hash text NOT NULL,
  size bigint NOT NULL,
  note text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, evidence_id)
);
CREATE INDEX evidence_by_project ON evidence (region_code, project_id, living, indicator_id);

-- @sqlite
CREATE TABLE evidence_content (
  region_code text NOT NULL,
  evidence_id bigint NOT NULL,
  bytes blob NOT NULL,
  PRIMARY KEY (region_code, evidence_id),
  FOREIGN KEY (region_code, evidence_id) REFERENCES evidence (region_code, evidence_id)
);

-- @postgres
CREATE TABLE evidence_content (
  region_code text NOT NULL,
  evidence_id bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (region_code, evidence_id),
  FOREIGN KEY (region_code, evidence_id) REFERENCES evidence (region_code, evidence_id)
);

-- @both
-- The words of a self-evaluation about the whole project: outcome, 目标实际完成情况; execution, why
-- the budget was not executed as planned.
CREATE TABLE evaluation_words (
  region_code text NOT NULL,
  words_id bigint NOT NULL,
  project_id bigint NOT NULL,
  outcome text,
  execution text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, words_id)
);
CREATE INDEX evaluation_words_by_project ON evaluation_words (region_code, project_id, living);
