-- Declared spellings that stand for another asset already, and so were not taken.
--
-- →  key text, raw_name text, asset_id bigint    the statement, the spelling, its subject
select statement.key, alias_ref.raw_name, subject.asset_id
  from stage_alias alias
  join stage_statement statement on statement.no = alias.statement_no
  join stage_ref subject on subject.no = statement.subject_ref
  join stage_ref alias_ref on alias_ref.no = alias.ref_no
 where alias_ref.asset_id is distinct from subject.asset_id
 order by statement.no, alias_ref.no
