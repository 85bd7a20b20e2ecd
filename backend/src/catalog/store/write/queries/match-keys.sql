-- Resolves assets named by a source's key: said in this patch, else by any source.
--
-- $1 source_id  int
-- $2 name       text    of the source
-- $3 scope      text
-- →  nothing
--
-- Where several sources use the key: this source, then the one of the same name and scope, then of the same name, then
-- the latest. Reads assertion_key_idx.
with said as (
  select statement.key, min(subject.asset_id) as asset_id
    from stage_statement statement
    join stage_ref subject on subject.no = statement.subject_ref and subject.kind <> 'KEY'
   group by statement.key
), found as (
  select ref.no,
         coalesce(said.asset_id,
           (select assertion.asset_id
              from assertion join source on source.id = assertion.source_id
             where assertion.key = ref.key
             order by source.id = $1::int desc, source.name = $2::text and source.scope = $3::text desc,
                      source.name = $2::text desc, assertion.observed_at desc, assertion.id
             limit 1)) as asset_id
    from stage_ref ref
    left join said on said.key = ref.key
   where ref.kind = 'KEY' and ref.asset_id is null
)
update stage_ref set asset_id = found.asset_id, rule = 'key' from found where found.no = stage_ref.no
