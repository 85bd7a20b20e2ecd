-- Registers the spelling of each resolved name, so that it is found to the letter from now on.
--
-- $1 source_id  int
-- →  written int
--
-- A new asset's first spelling is its primary one. A spelling tied by guess gives way to the asset that is sure of it.
with known as (
  select distinct on (ref.namespace_id, ref.name, ref.is_job)
         ref.namespace_id, ref.name, ref.is_job, ref.asset_id, ref.quoting_known, ref.is_partial, ref.raw_namespace, ref.raw_name,
         case when ref.rule in ('created', 'stubbed') then 'PRIMARY' else 'ALIAS' end as role,
         case when ref.rule in ('created', 'stubbed') then 'exact' else ref.rule end as reason
    from stage_ref ref
   where ref.kind = 'NAME' and ref.asset_id is not null and (ref.rule <> 'exact' or ref.quoting_known)
   order by ref.namespace_id, ref.name, ref.is_job, ref.quoting_known desc, ref.no
), added as (
  insert into asset_identifier as identifier
         (namespace_id, name, is_job, asset_id, role, reason, quoting_known, is_partial, raw_namespace, raw_name, source_id)
  select namespace_id, name, is_job, asset_id, role, reason, quoting_known, is_partial, raw_namespace, raw_name, $1::int
    from known
  on conflict (namespace_id, name, is_job) do update
     set role = case when identifier.asset_id = excluded.asset_id then identifier.role else excluded.role end,
         asset_id = excluded.asset_id, reason = excluded.reason, quoting_known = true,
         raw_namespace = excluded.raw_namespace, raw_name = excluded.raw_name, source_id = excluded.source_id
   where excluded.quoting_known and not identifier.quoting_known
     and (identifier.asset_id = excluded.asset_id or identifier.role <> 'PRIMARY')
  returning 1
)
select count(*)::int as written from added
