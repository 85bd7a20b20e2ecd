-- What a gate needs of the catalog, as one `copy` for each table, in the order in which rows may refer to each other.
--
-- →  name text, columns text (as `copy` lists them), statement text: copy (…) to stdout
--
-- Of runs, only the latest that wrote each dataset. Neither people nor tokens, webhooks, deliveries or the audit log are among them; of violations no assignees. Run over
-- the schema `seen`, the statements read its views: a snapshot holds what its reader sees. Reads pg_attribute.
with wanted (position, name, left_out, condition) as (
  values ( 1, 'namespace',              '{owner}'::text[],  'true'),
         ( 2, 'namespace_alias',        '{created_by}',     'true'),
         ( 3, 'source',                 '{}',               'true'),
         ( 4, 'code',                   '{}',               'hash in (select code_hash from asset)'),
         ( 5, 'asset',                  '{}',               'true'),
         ( 6, 'asset_redirect',         '{}',               'true'),
         ( 7, 'asset_identifier',       '{}',               'true'),
         ( 8, 'asset_column',           '{}',               'true'),
         ( 9, 'assertion',              '{}',               'true'),
         (10, 'lineage_edge',           '{}',               'true'),
         (11, 'column_edge',            '{}',               'true'),
         (12, 'pending_lineage',        '{}',               'true'),
         (13, 'asset_sql',              '{}',               'true'),
         (14, 'sql_queue',              '{}',               'true'),
         (15, 'classification_atom',    '{}',               'true'),
         (16, 'derived_classification', '{}',               'true'),
         (17, 'propagation_block',      '{}',               'true'),
         (18, 'quality_rule',           '{}',               'true'),
         (19, 'policy',                 '{}',               'true'),
         (20, 'policy_version',         '{comment}',        '(policy_id, version) in (select id, active_version from policy)'),
         (21, 'waiver',                 '{}',               $$status = 'APPROVED'$$),
         (22, 'violation',              '{assignee,due_on}', 'true'),
         (23, 'pipeline_dataset',       '{}',               'asset_id is not null'),
         (24, 'run',                    '{error,error_stack,producer,facets,fold,raw_id,parent_id,root_id}', 'id in (select run_id from latest_write)'),
         (25, 'run_dataset',            '{facets,use_facets}', $$direction = 'OUTPUT' and (run_id, dataset_id) in (select run_id, dataset_id from latest_write)$$)
)
select wanted.name, listed.columns,
       format('copy (select %s from %I where %s) to stdout', listed.columns, wanted.name,
              replace(wanted.condition, 'latest_write', latest_write.text)) as statement
  from wanted
 cross join (values ($$(
         select written.run_id, written.dataset_id
           from pipeline_dataset dataset
          cross join lateral (
                  select used.run_id, used.dataset_id
                    from run_dataset used
                    join run on run.id = used.run_id
                   where used.dataset_id = dataset.id and used.direction = 'OUTPUT' and run.state = 'COMPLETED'
                   order by used.run_id desc
                   limit 5) as written
          where dataset.asset_id is not null) as latest_write$$)) as latest_write (text)
  join lateral (
         select string_agg(quote_ident(attribute.attname), ', ' order by attribute.attnum) as columns
           from pg_attribute attribute
          where attribute.attrelid = ('public.' || wanted.name)::regclass
            and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
            and attribute.attname <> all (wanted.left_out)
       ) as listed on true
 order by wanted.position
