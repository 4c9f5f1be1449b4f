-- The monitoring board by name, without sorting every project of the year.
CREATE INDEX project_by_name ON project (region_code, year, (COALESCE(name, '')), project_id);
