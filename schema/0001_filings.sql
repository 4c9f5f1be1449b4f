-- Documents, filings, the rows they filed, and the rows as they stand.
--
-- Every table is keyed by region first, so that it distributes by region (docs/adr/0004). Ids are
-- made by the program. Flags are 0 and 1, times milliseconds UTC, '' is never stored. What is
-- right for both engines is one text; a later "@" line says where they differ.

-- Writers of one region wait for each other on its row.
CREATE TABLE region (
  region_code text NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (region_code)
);

-- identity: "c:" and the code, or "n:" and the folded name.
CREATE TABLE agency (
  region_code text NOT NULL,
  agency_id bigint NOT NULL,
  identity text NOT NULL,
  code text,
  name text NOT NULL,
  parent text,
  PRIMARY KEY (region_code, agency_id),
  UNIQUE (region_code, identity)
);

-- search: the folded names of project and agency. The counters say what the current rows of the
-- project hold; filing and position where they start.
CREATE TABLE project (
  region_code text NOT NULL,
  project_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  year bigint NOT NULL,
  identity text NOT NULL,
  name text,
  search text,
  programme text,
  title text,
  filing_id bigint NOT NULL,
  position bigint NOT NULL,
  indicators bigint NOT NULL,
  errors bigint NOT NULL,
  warnings bigint NOT NULL,
  hints bigint NOT NULL,
  PRIMARY KEY (region_code, project_id),
  UNIQUE (region_code, agency_id, year, identity),
  FOREIGN KEY (region_code, agency_id) REFERENCES agency (region_code, agency_id)
);

CREATE INDEX project_in_document_order ON project (region_code, year, filing_id, position);

CREATE TABLE document (
  region_code text NOT NULL,
  document_id bigint NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  encoding text,
  size bigint NOT NULL,
  PRIMARY KEY (region_code, document_id),
  UNIQUE (region_code, hash)
);

-- @sqlite
CREATE TABLE document_content (
  region_code text NOT NULL,
  document_id bigint NOT NULL,
  bytes blob NOT NULL,
  PRIMARY KEY (region_code, document_id),
  FOREIGN KEY (region_code, document_id) REFERENCES document (region_code, document_id)
);

-- @postgres
CREATE TABLE document_content (
  region_code text NOT NULL,
  document_id bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (region_code, document_id),
  FOREIGN KEY (region_code, document_id) REFERENCES document (region_code, document_id)
);

-- @both
-- agencies: SHA-256 of the sorted agency ids of the newest version.
CREATE TABLE filing (
  region_code text NOT NULL,
  filing_id bigint NOT NULL,
  year bigint NOT NULL,
  form text NOT NULL,
  agencies text NOT NULL,
  PRIMARY KEY (region_code, filing_id),
  UNIQUE (region_code, year, form, agencies)
);

CREATE TABLE filing_version (
  region_code text NOT NULL,
  version_id bigint NOT NULL,
  filing_id bigint NOT NULL,
  version bigint NOT NULL,
  document_id bigint NOT NULL,
  filed_at bigint NOT NULL,
  title text,
  indicators bigint NOT NULL,
  repeated bigint NOT NULL,
  doubtful bigint NOT NULL,
  unread bigint NOT NULL,
  pack_id text,
  pack_version bigint NOT NULL,
  report text,
  PRIMARY KEY (region_code, version_id),
  UNIQUE (region_code, filing_id, version),
  FOREIGN KEY (region_code, filing_id) REFERENCES filing (region_code, filing_id),
  FOREIGN KEY (region_code, document_id) REFERENCES document (region_code, document_id)
);
CREATE INDEX filing_version_by_document ON filing_version (region_code, document_id);

-- Which version's rows of an agency are the current ones.
CREATE TABLE holding (
  region_code text NOT NULL,
  year bigint NOT NULL,
  form text NOT NULL,
  agency_id bigint NOT NULL,
  version_id bigint NOT NULL,
  PRIMARY KEY (region_code, year, form, agency_id),
  FOREIGN KEY (region_code, agency_id) REFERENCES agency (region_code, agency_id),
  FOREIGN KEY (region_code, version_id) REFERENCES filing_version (region_code, version_id)
);

-- A row as a version filed it; never changed. Without foreign keys, like indicator: it is filled
-- by the hundred thousand, and only by the transaction that makes what it refers to.
-- filed: the untouched cells that differ from the folded ones.
CREATE TABLE filed_row (
  region_code text NOT NULL,
  version_id bigint NOT NULL,
  position bigint NOT NULL,
  indicator_id bigint NOT NULL,
  agency text,
  project text,
  level1 text,
  level2 text,
  name text,
  comparator text,
  target text,
  measure text,
  points text,
  actual text,
  score text,
  reason text,
  typed text,
  measured text,
  place text,
  line bigint NOT NULL,
  last_line bigint NOT NULL,
  filed text,
  as_filed text,
  repaired text,
  doubt text,
  PRIMARY KEY (region_code, version_id, position)
);

-- An indicator and, while is_current, its row as it stands: what was filed and the edits over it.
-- search: what its search rows were made from. target_order sorts numbers as numbers.
CREATE TABLE indicator (
  region_code text NOT NULL,
  indicator_id bigint NOT NULL,
  project_id bigint NOT NULL,
  form text NOT NULL,
  identity text NOT NULL,
  agency_id bigint NOT NULL,
  year bigint NOT NULL,
  filing_id bigint NOT NULL,
  version_id bigint NOT NULL,
  position bigint NOT NULL,
  is_current bigint NOT NULL,
  revision bigint NOT NULL,
  agency text,
  project text,
  level1 text,
  level2 text,
  name text,
  comparator text,
  target text,
  target_order text,
  measure text,
  kind text NOT NULL,
  measurable bigint NOT NULL,
  typed text,
  measured text,
  search text,
  errors bigint NOT NULL,
  warnings bigint NOT NULL,
  hints bigint NOT NULL,
  PRIMARY KEY (region_code, indicator_id),
  UNIQUE (region_code, project_id, form, identity)
);

-- @postgres
-- The same order as SQLite's, whatever the locale of the database.
ALTER TABLE agency ALTER COLUMN name TYPE text COLLATE "C";
ALTER TABLE project ALTER COLUMN name TYPE text COLLATE "C";
ALTER TABLE project ALTER COLUMN programme TYPE text COLLATE "C";
ALTER TABLE indicator
  ALTER COLUMN agency TYPE text COLLATE "C",
  ALTER COLUMN project TYPE text COLLATE "C",
  ALTER COLUMN level1 TYPE text COLLATE "C",
  ALTER COLUMN level2 TYPE text COLLATE "C",
  ALTER COLUMN name TYPE text COLLATE "C",
  ALTER COLUMN comparator TYPE text COLLATE "C",
  ALTER COLUMN kind TYPE text COLLATE "C",
  ALTER COLUMN target_order TYPE text COLLATE "C";

-- @both
-- The list in document order; it carries what the filters ask, so that counting needs no rows.
CREATE INDEX indicator_in_document_order ON indicator (region_code, year, is_current, filing_id,
  position, agency_id, kind, comparator, measurable, errors, warnings, hints, level1, level2);
CREATE INDEX indicator_by_agency ON indicator (region_code, agency_id, year, is_current, filing_id,
  position);

CREATE TABLE overlay (
  region_code text NOT NULL,
  overlay_id bigint NOT NULL,
  indicator_id bigint NOT NULL,
  author text,
  laid_at bigint NOT NULL,
  rule text,
  undone bigint NOT NULL,
  undone_at bigint,
  PRIMARY KEY (region_code, overlay_id),
  FOREIGN KEY (region_code, indicator_id) REFERENCES indicator (region_code, indicator_id)
);
CREATE INDEX overlay_by_indicator ON overlay (region_code, indicator_id);

-- shown: what the cell showed until then; filed: what was filed under it.
CREATE TABLE overlay_change (
  region_code text NOT NULL,
  overlay_id bigint NOT NULL,
  field text NOT NULL,
  laid text,
  shown text,
  filed text,
  conflict bigint NOT NULL,
  PRIMARY KEY (region_code, overlay_id, field),
  FOREIGN KEY (region_code, overlay_id) REFERENCES overlay (region_code, overlay_id)
);

CREATE TABLE finding (
  region_code text NOT NULL,
  indicator_id bigint NOT NULL,
  number bigint NOT NULL,
  project_id bigint NOT NULL,
  year bigint NOT NULL,
  rule text NOT NULL,
  severity text NOT NULL,
  field text NOT NULL,
  message text NOT NULL,
  clause text,
  clause_verified bigint NOT NULL,
  suggestion text,
  PRIMARY KEY (region_code, indicator_id, number)
);
CREATE INDEX finding_by_project ON finding (region_code, project_id);
CREATE INDEX finding_by_rule ON finding (region_code, year, rule, severity, indicator_id);

-- @sqlite
-- Overlapping two-character grams, as tokens. Excepted from "region first": rowids are ids.
CREATE VIRTUAL TABLE indicator_search USING fts5(grams, content='', detail=none, tokenize='ascii');

-- @postgres
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE TABLE indicator_search (
  region_code text NOT NULL,
  id bigint NOT NULL,
  grams text[] NOT NULL,
  PRIMARY KEY (region_code, id)
);
CREATE INDEX indicator_search_grams ON indicator_search USING gin (region_code, grams);
