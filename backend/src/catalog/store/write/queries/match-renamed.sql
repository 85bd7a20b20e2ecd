-- Resolves the subject of a statement by its key: what its source calls the same thing has got another name.
--
-- $1 source_id  int
-- →  nothing
--
-- Not when another statement still speaks of the asset under its old name, nor across namespaces: then it has moved.
update stage_ref
   set asset_id = renamed.asset_id, rule = 'renamed'
  from (select ref.no, min(assertion.asset_id) as asset_id
          from stage_statement statement
          join stage_ref ref on ref.no = statement.subject_ref and ref.kind = 'NAME' and ref.asset_id is null
          join assertion on assertion.source_id = $1::int and assertion.key = statement.key
          join asset on asset.id = assertion.asset_id and asset.namespace_id = ref.namespace_id
         where not exists (select from assertion other
                            where other.asset_id = assertion.asset_id and other.vouches and other.id <> assertion.id)
           and not exists (select from stage_ref taken
                             join stage_statement speaker on speaker.subject_ref = taken.no
                            where taken.asset_id = assertion.asset_id)
         group by ref.no
        having count(distinct assertion.asset_id) = 1) as renamed
 where renamed.no = stage_ref.no
