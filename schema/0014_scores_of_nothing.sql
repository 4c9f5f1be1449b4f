-- Whether anything of a project has a score in a run: else its total is none, which is not 0.
ALTER TABLE score_result ADD COLUMN has_score bigint NOT NULL DEFAULT 1;
-- Of runs kept before, the kept text says it: a quote within a text is escaped there, so these words
-- are only ever the key of a score.
UPDATE score_result SET has_score = 0 WHERE result NOT LIKE '%"score":"%';
