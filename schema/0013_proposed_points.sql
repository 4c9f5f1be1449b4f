-- How many indicators of a run are scored by points the profile proposes, for want of stated ones.
ALTER TABLE score_run ADD COLUMN proposed bigint;
