-- What a form says beside a row's target: 指标解释 and 评分标准. NULL where it has no such column,
-- and in rows that were filed before this was kept.
ALTER TABLE filed_row ADD COLUMN explanation text;
ALTER TABLE filed_row ADD COLUMN standard text;

-- Rows of a year by name: what the same indicator aims at elsewhere.
CREATE INDEX indicator_by_name ON indicator (region_code, year, name);
