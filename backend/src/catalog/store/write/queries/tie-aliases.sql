-- Gives the other spellings that statements declare to the subjects of those statements, where nobody has them yet.
--
-- →  nothing
update stage_ref
   set asset_id = owner.asset_id, rule = 'declared'
  from (select alias.ref_no, min(subject.asset_id) as asset_id
          from stage_alias alias
          join stage_statement statement on statement.no = alias.statement_no
          join stage_ref subject on subject.no = statement.subject_ref and subject.asset_id is not null
         group by alias.ref_no
        having count(distinct subject.asset_id) = 1) as owner
 where owner.ref_no = stage_ref.no and stage_ref.asset_id is null
