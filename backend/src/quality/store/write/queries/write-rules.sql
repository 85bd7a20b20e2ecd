-- Stores staged rules, one row per asset that a rule checks.
--
-- $1 source_id    int
-- $2 delivery_id  bigint  or null
-- →  written int
--
-- Reads stage_ref (catalog).
with stored as (
  insert into quality_rule as old (source_id, key, asset_id, column_path, name, type, severity, parameters, description,
                                   hash, delivery_id)
  select distinct on (rule.key, ref.asset_id)
         $1::int, rule.key, ref.asset_id, rule.column_path, rule.name, rule.type, rule.severity, rule.parameters,
         rule.description, rule.hash, $2::bigint
    from stage_rule rule
    join stage_rule_subject subject on subject.rule_no = rule.no
    join stage_ref ref on ref.no = subject.ref_no and ref.asset_id is not null
   order by rule.key, ref.asset_id
  on conflict (source_id, key, asset_id) do update
     set column_path = excluded.column_path, name = excluded.name, type = excluded.type, severity = excluded.severity,
         parameters = excluded.parameters, description = excluded.description, hash = excluded.hash,
         delivery_id = excluded.delivery_id, retired_at = null
   where old.hash <> excluded.hash or old.retired_at is not null
  returning 1
)
select count(*)::int as written from stored
