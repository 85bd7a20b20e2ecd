// @ts-check
// A made catalog with columns and column edges, classified in its sources, and what policies look at; straight into the
// tables: 100,000 assets, 1.5 million columns, 2 million column edges by default.
//   node bench/load-columns.mjs <database-url> [assets]
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { loadGraph } from './load-graph.mjs';

const COLUMNS_PER_ASSET = 15;
const EDGES_PER_ASSET = 20;

/** What columns an asset of load-graph.mjs lacks until it has 15. $1: how many. */
const FILL_COLUMNS = `
  insert into asset_column (asset_id, path, ordinal, type)
  select asset.id, 'field_' || place, place, 'text'
    from asset
   cross join lateral (select count(*)::int as count, coalesce(max(ordinal), 0) as last from asset_column where asset_id = asset.id) known
   cross join lateral generate_series(known.last + 1, known.last + $1::int - known.count) as place`;

/**
 * Each edge between assets carries some columns, mostly to a column of the same place: seven in ten as they are, two
 * changed, the rest masked, counted, or what rows are grouped by. $1: edges in all.
 */
const COLUMN_EDGES = `
  insert into column_edge (upstream_id, downstream_id, assertion_id, kind, subtype, function, masking, masking_kind, valid_from)
  with placed as materialized (
    select asset_id, id, row_number() over (partition by asset_id order by ordinal, id)::int as place from asset_column
  ), wide as materialized (
    select asset_id, array_agg(id order by place) as ids from placed group by asset_id
  ), ways as materialized (
    select upstream_id, downstream_id, assertion_id, row_number() over (order by downstream_id, upstream_id)::int as number
      from lineage_edge
  ), edge as (
    select distinct on (source.ids[1 + (place + shift) % cardinality(source.ids)], target.ids[1 + place % cardinality(target.ids)])
           source.ids[1 + (place + shift) % cardinality(source.ids)] as upstream_id,
           target.ids[1 + place % cardinality(target.ids)] as downstream_id, ways.assertion_id,
           (number * 31 + place * 17) % 100 as lot
      from ways
      join wide source on source.asset_id = ways.upstream_id
      join wide target on target.asset_id = ways.downstream_id
     cross join lateral generate_series(number % 15, number % 15 + ceil($1::numeric / (select count(*) from ways))::int - 1) as place
     cross join lateral (select case when (number + place) % 5 = 0 then 3 else 0 end as shift) as moved
  )
  select upstream_id, downstream_id, assertion_id, case when lot >= 97 then 'INDIRECT' else 'DIRECT' end,
         case when lot < 70 then 'IDENTITY' when lot < 93 then 'TRANSFORMATION' when lot < 97 then 'AGGREGATION' else 'GROUP_BY' end,
         case when lot in (93, 94) then 'count' when lot = 95 then 'sum' when lot = 96 then 'max' end,
         lot between 90 and 92, case lot when 90 then 'hash' when 91 then 'redact' when 92 then 'truncate' end, now()
    from edge
   order by upstream_id, downstream_id
   limit $1`;

/** One column in a hundred of the sources holds personal data, somebody says. */
const CLASSIFY = `
  update asset_column set class_categories = '{PII}', class_level = 3
    from asset
   where asset.id = asset_column.asset_id and asset.layer = 'source' and (asset_column.id * 2654435761) % 100 = 7`;

/** What policies ask for: mostly known, mostly as it should be. */
const FACTS = `
  update asset
     set is_encrypted = case when id % 20 = 0 then false when id % 7 <> 0 then true end,
         has_access_logging = case when id % 25 = 1 then false when id % 6 <> 0 then true end,
         region = case when id % 50 = 2 then 'eu-west-1' when id % 9 <> 0 then 'us-east-1' end,
         properties = jsonb_build_object('retentionDays', 30 + id % 4000, 'package', 'bench')`;

/**
 * Fills an empty, migrated database.
 *
 * @param {string} database
 * @param {number} [assets]
 */
export async function loadColumns(database, assets = 100_000) {
  await loadGraph(database, assets);
  const client = new pg.Client(database);
  await client.connect();
  // Rows are as they should be: checks one by one would take longer than the rest.
  await client.query(`set session_replication_role = replica; set work_mem = '256MB'`);
  await client.query(FILL_COLUMNS, [COLUMNS_PER_ASSET]);
  await client.query('analyze asset_column');
  await client.query(COLUMN_EDGES, [assets * EDGES_PER_ASSET]);
  await client.query(CLASSIFY);
  await client.query(FACTS);
  await client.query(`update asset set column_count = ${COLUMNS_PER_ASSET}`);
  await client.query('vacuum analyze');
  const { rows } = await client.query(
    `select (select count(*)::int from asset) as assets, (select count(*)::int from asset_column) as columns,
            (select count(*)::int from column_edge) as "columnEdges",
            (select count(*)::int from asset_column where class_categories <> '{}') as classified`,
  );
  await client.end();
  return /** @type {{ assets: number, columns: number, columnEdges: number, classified: number }} */ (rows[0]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [database, assets = '100000'] = process.argv.slice(2);
  if (!database) throw new Error('node bench/load-columns.mjs <database-url> [assets]');
  const start = performance.now();
  const loaded = await loadColumns(database, Number(assets));
  process.stdout.write(`${JSON.stringify(loaded)} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
