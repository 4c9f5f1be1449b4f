-- What became of targets, and of the money: values at dates. Nothing is changed or deleted; what
-- is said again of the same thing ends what was said before (living 0) and stays as history.

-- as_of: a day, 2022-07-31. unit: the sub-unit the value is of, NULL for the whole. value: as it
-- was said, folded; NULL where only numerator and denominator are. amount: 分, what the sub-unit's
-- ratio is weighted by. document_id, place: where it was read.
CREATE TABLE actual (
  region_code text NOT NULL,
  actual_id bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  as_of text NOT NULL,
  unit text,
  value text,
  numerator text,
  denominator text,
  amount bigint,
  origin text NOT NULL,
  document_id bigint,
  place text,
  note text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, actual_id)
);
CREATE INDEX actual_by_project ON actual (region_code, project_id, living, indicator_id, as_of);

-- source: NULL for 年度资金总额, else what it is made of: 财政拨款, 上年结转资金. Amounts in 分, NULL
-- where nothing was said: initial 年初预算数, adjusted 全年预算数, executed 执行数 up to the day,
-- expected 全年预计执行数.
CREATE TABLE project_money (
  region_code text NOT NULL,
  money_id bigint NOT NULL,
  project_id bigint NOT NULL,
  as_of text NOT NULL,
  source text,
  initial bigint,
  adjusted bigint,
  executed bigint,
  expected bigint,
  origin text NOT NULL,
  document_name text,
  place text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, money_id)
);
CREATE INDEX project_money_by_project ON project_money (region_code, project_id, living, as_of);

-- What a person says of an indicator beside its value: its points (分值) where the filed row has
-- none or others were settled, the score a person gives (定性), why it is off its target and what
-- will be done.
CREATE TABLE assessment (
  region_code text NOT NULL,
  assessment_id bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  points text,
  score text,
  reason text,
  origin text NOT NULL,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, assessment_id)
);
CREATE INDEX assessment_by_project ON assessment (region_code, project_id, living, indicator_id);
