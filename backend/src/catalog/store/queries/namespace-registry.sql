-- What administrators know about namespaces: other spellings, and settings that differ from the platform's own.
--
-- →  aliases jsonb     [{ "kind", "pattern", "target" }], in no order
--    settings jsonb    [{ "name", "casePolicy", "database", "schema" }], only namespaces with settings
--
-- One row, so that one round trip starts every transaction that names things. Both tables are small.
select coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'pattern', pattern, 'target', target))
                   from namespace_alias), '[]'::jsonb) as aliases,
       coalesce((select jsonb_agg(jsonb_build_object('name', name, 'casePolicy', case_policy,
                                                     'database', defaults ->> 'database', 'schema', defaults ->> 'schema'))
                   from namespace
                  where case_policy <> 'platform' or defaults <> '{}'::jsonb), '[]'::jsonb) as settings
