-- Makes an asset for each staged name that is still unresolved: known from now on, and as yet undescribed.
--
-- $1 status  text     ACTIVE: only the subjects of statements. STUB: all that is left, but for declared other names.
-- →  written int
--
-- The projection fills in what is known; names that differ only in how sure their quoting is become one asset.
with eligible as (
  select subject_ref as no from stage_statement where $1::text = 'ACTIVE'
  union
  select no from stage_ref
   where $1::text = 'STUB' and kind = 'NAME' and asset_id is null
     and not exists (select from stage_alias alias where alias.ref_no = stage_ref.no)
), wanted as (
  select ref.namespace_id, ref.name, ref.is_job, min(ref.platform) as platform, min(ref.default_type) as default_type,
         min(ref.said_by) as said_by
    from stage_ref ref
    join eligible on eligible.no = ref.no
   where ref.kind = 'NAME' and ref.asset_id is null
   group by ref.namespace_id, ref.name, ref.is_job
   order by ref.namespace_id, ref.name, ref.is_job
), made as (
  insert into asset (namespace_id, name, is_job, display_name, type, status, status_reason, platform)
  select namespace_id, name, is_job, name, default_type, $1::text,
         case when $1::text = 'STUB' then 'Only referred to, first by ' || said_by || ': no source describes it' end, platform
    from wanted
  returning id, namespace_id, name, is_job
), resolved as (
  update stage_ref set asset_id = made.id, rule = case when $1::text = 'STUB' then 'stubbed' else 'created' end
    from made
   where stage_ref.kind = 'NAME' and stage_ref.asset_id is null
     and stage_ref.namespace_id = made.namespace_id and stage_ref.name = made.name
     and stage_ref.is_job = made.is_job
)
select count(*)::int as written from made
