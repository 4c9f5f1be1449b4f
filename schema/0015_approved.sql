-- Rows of filings that are approved versions (批复), by the project they approve. What counts of a
-- project is the version with the highest id; rows that a later filing ended are found all the same.
CREATE TABLE approved_row (
  region_code text NOT NULL,
  project_id bigint NOT NULL,
  version_id bigint NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (region_code, project_id, version_id, position),
  FOREIGN KEY (region_code, project_id) REFERENCES project (region_code, project_id)
);

-- Of filings from before, as their titles say.
INSERT INTO approved_row (region_code, project_id, version_id, position)
SELECT r.region_code, i.project_id, r.version_id, r.position
FROM filing_version v
JOIN filed_row r ON r.region_code = v.region_code AND r.version_id = v.version_id
JOIN indicator i ON i.region_code = r.region_code AND i.indicator_id = r.indicator_id
WHERE v.title LIKE '%批复%' AND v.title NOT LIKE '%未批复%' AND v.title NOT LIKE '%待批复%'
  AND v.title NOT LIKE '%自评%' AND v.title NOT LIKE '%监控%' AND v.title NOT LIKE '%评价%';
