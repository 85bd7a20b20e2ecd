-- Stages other spellings of the subjects of statements.
--
-- →  rows: statement_no, ref_no
copy stage_alias (statement_no, ref_no) from stdin
