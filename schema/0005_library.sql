-- An office's own indicator library, laid over the one in the program, and what persons decided.
--
-- Every edit is the next version of its entry; the newest is is_current, nothing is ever deleted.
-- An entry of the program is here only once somebody edited it: the version before 1 is the
-- program's. retired: no longer offered. aliases and targets: one a line. document_name: the file
-- it was imported from.
CREATE TABLE library_version (
  region_code text NOT NULL,
  code text NOT NULL,
  version bigint NOT NULL,
  is_current bigint NOT NULL,
  retired bigint NOT NULL,
  name text NOT NULL,
  aliases text,
  sector text,
  agency text,
  role text NOT NULL,
  measured text,
  direction text NOT NULL,
  bounded bigint NOT NULL,
  common bigint NOT NULL,
  meaning text,
  formula text,
  source text,
  evidence text,
  method text,
  scoring text NOT NULL,
  targets text,
  document_name text,
  author text,
  made_at bigint NOT NULL,
  PRIMARY KEY (region_code, code, version)
);
-- @postgres
-- The same order as SQLite's, whatever the locale of the database.
ALTER TABLE library_version ALTER COLUMN code TYPE text COLLATE "C";

-- @both
CREATE INDEX library_version_current ON library_version (region_code, is_current, code);

-- What a person said an indicator means: an entry in its version then, or none (code NULL).
--
-- subject: the folded name, for whatever indicator bears it; or, with indicator_id, that one
-- alone, for as long as it bears this name. A living decision by name for an entry is a name the
-- entry has learned. Where it was made is kept as it was then. Replaced and taken back ones stay.
CREATE TABLE library_decision (
  region_code text NOT NULL,
  decision_id bigint NOT NULL,
  subject text NOT NULL,
  indicator_id bigint NOT NULL,
  name text NOT NULL,
  code text,
  version bigint NOT NULL,
  confidence bigint NOT NULL,
  year bigint NOT NULL,
  from_indicator bigint NOT NULL,
  agency text,
  project text,
  author text,
  made_at bigint NOT NULL,
  living bigint NOT NULL,
  ended_as text,
  ended_by text,
  ended_at bigint,
  PRIMARY KEY (region_code, decision_id)
);
CREATE INDEX library_decision_living ON library_decision (region_code, living, subject);
CREATE INDEX library_decision_by_code ON library_decision (region_code, code, living);
