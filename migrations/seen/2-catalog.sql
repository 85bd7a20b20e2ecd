-- Catalog.
select seen.show('lineage_edge', $$
      not exists (select from seen.hidden where hidden.id = lineage_edge.upstream_id)
  and not exists (select from seen.hidden where hidden.id = lineage_edge.downstream_id)$$,
  jsonb_build_object('job_id', $$case when exists (select from seen.hidden where hidden.id = lineage_edge.job_id) then null else lineage_edge.job_id end$$));

select seen.show('lineage_edge_history', $$
      not exists (select from seen.hidden where hidden.id = lineage_edge_history.upstream_id)
  and not exists (select from seen.hidden where hidden.id = lineage_edge_history.downstream_id)$$,
  jsonb_build_object('job_id', $$case when exists (select from seen.hidden where hidden.id = lineage_edge_history.job_id) then null else lineage_edge_history.job_id end$$));

create view seen.column_edge as
select * from public.column_edge edge
 where not exists (select from seen.hidden_column hidden where hidden.id = edge.upstream_id)
   and not exists (select from seen.hidden_column hidden where hidden.id = edge.downstream_id);

create view seen.column_edge_history as
select * from public.column_edge_history edge
 where not exists (select from seen.hidden_column hidden where hidden.id = edge.upstream_id)
   and not exists (select from seen.hidden_column hidden where hidden.id = edge.downstream_id);

create view seen.pending_lineage as
select * from public.pending_lineage edge
 where not exists (select from seen.hidden where hidden.id = edge.upstream_id)
   and not exists (select from seen.hidden where hidden.id = edge.downstream_id)
   and not exists (select from seen.hidden where hidden.id = edge.job_id);

-- Neighbours that are kept as numbers are counted anew beside a hidden one; the planner looks those few up at once.
select seen.show('asset', 'not exists (select from seen.hidden where hidden.id = asset.id)', jsonb_build_object(
  'upstream_count', $$
    case when exists (select from public.lineage_edge edge join seen.hidden on hidden.id = edge.upstream_id
                       where edge.downstream_id = asset.id)
         then (select count(distinct edge.upstream_id) from seen.lineage_edge edge where edge.downstream_id = asset.id)::int
         else asset.upstream_count end$$,
  'downstream_count', $$
    case when exists (select from public.lineage_edge edge join seen.hidden on hidden.id = edge.downstream_id
                       where edge.upstream_id = asset.id)
         then (select count(distinct edge.downstream_id) from seen.lineage_edge edge where edge.upstream_id = asset.id)::int
         else asset.downstream_count end$$));

-- A restricted namespace is not there for whom all of it is hidden.
create view seen.namespace as
select * from public.namespace
 where not exists (select from public.restriction where restriction.namespace_id = namespace.id)
    or exists (select from seen.asset where asset.namespace_id = namespace.id);

create view seen.asset_redirect as
select * from public.asset_redirect redirect
 where not exists (select from seen.hidden where hidden.id = redirect.asset_id);

create view seen.asset_identifier as
select * from public.asset_identifier identifier
 where not exists (select from seen.hidden where hidden.id = identifier.asset_id);

-- What somebody recorded of an asset's parents (`recordLineage`) is not said when all of them are hidden.
create view seen.assertion as
select * from public.assertion
 where not exists (select from seen.hidden where hidden.id = assertion.asset_id)
   and (assertion.key not like 'lineage:%'
        or not exists (select from public.lineage_edge edge join seen.hidden on hidden.id = edge.upstream_id
                        where edge.assertion_id = assertion.id)
        or exists (select from seen.lineage_edge edge where edge.assertion_id = assertion.id));

create view seen.assertion_history as
select * from public.assertion_history history
 where not exists (select from seen.hidden where hidden.id = history.asset_id);

create view seen.schema_version as
select * from public.schema_version version
 where not exists (select from seen.hidden where hidden.id = version.asset_id);

create view seen.asset_merge as
select * from public.asset_merge merge
 where not exists (select from seen.hidden where hidden.id = merge.asset_id);

create view seen.asset_sql as
select * from public.asset_sql
 where not exists (select from seen.hidden where hidden.id = asset_sql.asset_id);

create view seen.sql_queue as
select * from public.sql_queue
 where not exists (select from seen.hidden where hidden.id = sql_queue.asset_id);

-- What follows for a column from a hidden one still holds: it protects. It is shown as if it were said of the first
-- column behind the hidden one, so that the way to it is the way that is left.
create view seen.derived_classification as
select * from public.derived_classification derived
 where not exists (select from seen.hidden_column hidden where hidden.id = derived.column_id)
   and not exists (select from seen.hidden_column hidden where hidden.id = derived.via_id);

create view seen.cut_column as
select derived.column_id as id
  from public.derived_classification derived
  join seen.hidden_column hidden on hidden.id = derived.via_id;

select seen.show('asset_column', 'not exists (select from seen.hidden where hidden.id = asset_column.asset_id)', (
  select jsonb_object_agg(name, format(
           'case when exists (select from seen.cut_column cut where cut.id = asset_column.id) then %s else asset_column.%I end',
           behind, name))
    from (values ('class_level', 'greatest(class_level, derived_level)'),
                 ('class_categories', 'public.effective_categories(class_categories, derived_categories)'),
                 ('class_subtypes', $$array(select distinct unnest(coalesce(class_subtypes, '{}') || coalesce(derived_subtypes, '{}')) order by 1)$$),
                 ('derived_level', 'null'), ('derived_categories', 'null'), ('derived_subtypes', 'null')) as shown (name, behind)));

create view seen.propagation_block as
select * from public.propagation_block block
 where not exists (select from seen.hidden_column hidden where hidden.id = block.upstream_id)
   and not exists (select from seen.hidden_column hidden where hidden.id = block.downstream_id);

-- History of a visible asset does not name neighbours that are hidden, nor tell of a change that was of those alone. A
-- change of columns does not say whose they were: beside a hidden neighbour it is not told.
create view seen.hidden_name as
select asset.public_id::text as id
  from public.asset
  join seen.hidden on hidden.id = asset.id;

create function seen.visible_neighbours(detail jsonb) returns jsonb language sql stable set search_path = seen, public as $$
  select coalesce(jsonb_object_agg(side.name, side.names), '{}')
    from (select named.name, jsonb_agg(one.said order by one.place) as names
            from unnest(array['added', 'removed']) as named (name)
           cross join lateral jsonb_array_elements(coalesce(nullif(detail -> named.name, 'null'), '[]'))
                   with ordinality as one (said, place)
           where not exists (select from seen.hidden_name hidden where hidden.id = one.said ->> 'id')
           group by named.name) as side
$$;

select seen.show('change_log', $$
      not exists (select from seen.hidden where hidden.id = change_log.asset_id)
  and (operation <> 'LINEAGE'
       or seen.visible_neighbours(detail) <> '{}'
       or (not detail ?| array['added', 'removed']
           and not exists (select from public.lineage_edge edge join seen.hidden on hidden.id = edge.upstream_id
                            where edge.downstream_id = change_log.asset_id)
           and not exists (select from public.lineage_edge_history edge join seen.hidden on hidden.id = edge.upstream_id
                            where edge.downstream_id = change_log.asset_id)))$$,
  jsonb_build_object('detail', $$
    case when operation = 'LINEAGE' then detail - array['added', 'removed'] || seen.visible_neighbours(detail)
         else detail end$$));

-- Search.
select seen.show('search_document', 'not exists (select from seen.hidden where hidden.id = search_document.asset_id)',
  jsonb_build_object('popularity', $$
    case when exists (select from public.lineage_edge edge join seen.hidden on hidden.id = edge.downstream_id
                       where edge.upstream_id = search_document.asset_id)
         then ln(1 + (select count(distinct edge.downstream_id) from seen.lineage_edge edge
                       where edge.upstream_id = search_document.asset_id))::real
         else search_document.popularity end$$));

-- A word that only hidden assets have, in a name, a tag or a column, corrects nobody's spelling.
create view seen.search_word as
select search_word.*
  from public.search_word
 cross join lateral to_tsquery('english', '''' || search_word.word || ''':AC') as said (query)
 where numnode(said.query) = 0
    or exists (select from seen.search_document document where document.tsv @@ said.query);
