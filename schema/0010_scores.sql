-- Scores as they were given, with the very profile and the inputs they were computed from, so that
-- an old year can be computed again. Nothing of a finished run is ever changed.

-- A scoring profile after inheritance, as the text of a pack file. hash: SHA-256 of content.
CREATE TABLE kept_profile (
  region_code text NOT NULL,
  hash text NOT NULL,
  profile_id text NOT NULL,
  version bigint NOT NULL,
  title text,
  content text NOT NULL,
  kept_at bigint NOT NULL,
  PRIMARY KEY (region_code, hash)
);

-- agency_id, project_id: what was scored; NULL for the whole year. as_of: the day whose values
-- counted. of_run: the run whose inputs were scored again, NULL for the year's own. expected: how
-- many projects it is about; done: how many are scored. finished: 1 once all are. scored, unscored:
-- indicators. grades: "优=12", an item a grade.
CREATE TABLE score_run (
  region_code text NOT NULL,
  run_id bigint NOT NULL,
  year bigint NOT NULL,
  agency_id bigint,
  project_id bigint,
  as_of text NOT NULL,
  profile_hash text NOT NULL,
  of_run bigint,
  author text,
  made_at bigint NOT NULL,
  expected bigint NOT NULL,
  done bigint NOT NULL,
  finished bigint NOT NULL,
  scored bigint NOT NULL,
  unscored bigint NOT NULL,
  grades text,
  PRIMARY KEY (region_code, run_id)
);
CREATE INDEX score_run_by_year ON score_run (region_code, year, made_at);

-- total, possible, execution: points as they are written; total_order: ten-thousandths of a point,
-- to sort by. agency, project: as they were called then; search: both, folded. result, inputs: JSON.
CREATE TABLE score_result (
  region_code text NOT NULL,
  run_id bigint NOT NULL,
  position bigint NOT NULL,
  project_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  agency text,
  project text,
  search text,
  total text NOT NULL,
  total_order bigint NOT NULL,
  possible text NOT NULL,
  execution text,
  grade text,
  unscored bigint NOT NULL,
  result text NOT NULL,
  inputs text NOT NULL,
  PRIMARY KEY (region_code, run_id, position)
);
CREATE INDEX score_result_by_total ON score_result (region_code, run_id, total_order, position);
CREATE INDEX score_result_by_project ON score_result (region_code, project_id, run_id);
