-- Double monitoring: what persons set and say of indicators, and how every project stood.

-- What of the year's target is due when: shape straight, milestones or quarters; points as the packs
-- write them ("03-31: 20"), one a line, NULL for straight. The living one counts; what was set
-- before is kept.
CREATE TABLE monitoring_curve (
  region_code text NOT NULL,
  curve_id bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  shape text NOT NULL,
  points text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, curve_id)
);
CREATE INDEX monitoring_curve_by_project
  ON monitoring_curve (region_code, project_id, living, indicator_id);

-- 监控意见 of an indicator in a period, the end of a month. possibility and reasons are ids of the
-- monitoring pack, reasons one a line; words why it is off, measure what will be done, expected
-- 全年预计完成.
CREATE TABLE monitoring_opinion (
  region_code text NOT NULL,
  opinion_id bigint NOT NULL,
  project_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  month bigint NOT NULL,
  possibility text,
  reasons text,
  words text,
  measure text,
  expected text,
  note text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, opinion_id)
);
CREATE INDEX monitoring_opinion_by_project
  ON monitoring_opinion (region_code, project_id, living, month, indicator_id);

-- Which column of a layout of money tables holds what, as a person last said. columns: a word a
-- line, in the order of the columns ("" for one that is not read, written "-"); measure 元 or 万元.
CREATE TABLE money_layout (
  region_code text NOT NULL,
  layout text NOT NULL,
  columns text NOT NULL,
  measure text,
  author text,
  made_at bigint NOT NULL,
  PRIMARY KEY (region_code, layout)
);

-- How a project stood at the end of a month by a pack ("national-2019:1"). Made anew when it is
-- asked for and not there; what touches the project deletes it in the same transaction. light: 0
-- none, 1 red, 2 yellow, 3 green, 4 blue; quadrant: 0 none, 1 on track, 2 money behind, 3 goals
-- behind, 4 both. Rates in hundredths of a percent, amounts in 分, NULL where nothing is known.
CREATE TABLE monitoring_state (
  region_code text NOT NULL,
  project_id bigint NOT NULL,
  month bigint NOT NULL,
  pack text NOT NULL,
  year bigint NOT NULL,
  agency_id bigint NOT NULL,
  light bigint NOT NULL,
  quadrant bigint NOT NULL,
  money_light bigint NOT NULL,
  red bigint NOT NULL,
  yellow bigint NOT NULL,
  green bigint NOT NULL,
  blue bigint NOT NULL,
  not_reported bigint NOT NULL,
  unclear bigint NOT NULL,
  budget bigint,
  executed bigint,
  execution_rate bigint,
  pace bigint,
  goal_rate bigint,
  forecast_money bigint,
  forecast_rate bigint,
  missing_forecast bigint NOT NULL,
  made_at bigint NOT NULL,
  PRIMARY KEY (region_code, project_id, month, pack)
);
-- It carries what filters and counts ask, so that counting needs no rows.
CREATE INDEX monitoring_state_listed ON monitoring_state (region_code, year, month, pack, light,
  quadrant, agency_id, project_id);
CREATE INDEX project_with_rows ON project (region_code, year, indicators, project_id);
