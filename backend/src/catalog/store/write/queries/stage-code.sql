-- Stages texts of code, each hash once in the whole patch.
--
-- →  rows: hash, text
copy stage_code (hash, text) from stdin
