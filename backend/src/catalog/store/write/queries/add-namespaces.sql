-- Registers the namespaces of staged names that are not known yet.
--
-- →  written int
with added as (
  insert into namespace (name, platform, is_weak)
  select namespace, min(platform), bool_or(is_weak)
    from stage_ref
   where kind = 'NAME' and not exists (select from namespace where namespace.name = stage_ref.namespace)
   group by namespace
   order by namespace
  on conflict do nothing
  returning 1
)
select count(*)::int as written from added
