import type { DataSource } from 'typeorm';
import { emptyCatalog } from './empty';
import { atomText, type World } from './propagation-oracle';

/** Puts a world of `propagation-oracle` into the tables, in place of what was there; columns keep their numbers as ids. */
export async function givenWorld(db: DataSource, world: World, assets: number): Promise<void> {
  await emptyCatalog(db);
  await db.query(`insert into namespace (name, platform) values ('postgres://w', 'postgres')`);
  await db.query(`insert into source (kind, name, label) values ('dbt', 'w', 'w')`);
  await db.query(
    `insert into asset (id, namespace_id, name, display_name, type, status, platform)
     select id, 1, 'a' || id, 'a' || id, 'TABLE', 'ACTIVE', 'postgres' from generate_series(1, $1::int) as id`,
    [assets],
  );
  await db.query(
    `insert into assertion (id, source_id, key, asset_id, facts, hash, observed_at)
     select id, 1, 's' || id, 1, '{}', '', now() from generate_series(1, 3) as id`,
  );
  await db.query(
    `insert into asset_column (id, asset_id, path, ordinal)
     select id, asset, 'c' || id, id from jsonb_to_recordset($1) as given (id bigint, asset bigint)`,
    [JSON.stringify(world.columns)],
  );
  await changeWorld(db, world);
}

/** Makes classifications, edges and blocks what the world says; columns stay. */
export async function changeWorld(db: DataSource, { columns, edges, blocks }: World): Promise<void> {
  await db.query(
    `update asset_column set class_level = given.level, class_categories = given.categories,
                             class_subtypes = nullif(given.subtypes, '{}'), class_exact = nullif(given."isExact", false)
       from jsonb_to_recordset($1) as given (id bigint, level smallint, categories text[], subtypes text[], "isExact" boolean)
      where asset_column.id = given.id`,
    [JSON.stringify(columns)],
  );
  await db.query('delete from column_edge');
  await db.query(
    `insert into column_edge (upstream_id, downstream_id, assertion_id, kind, subtype, masking, masking_kind, function, valid_from)
     select "from", "to", statement, kind, subtype, masking, "maskingKind", function, now()
       from jsonb_to_recordset($1) as given ("from" bigint, "to" bigint, statement bigint, kind text, subtype text,
                                             masking boolean, "maskingKind" text, function text)`,
    [JSON.stringify(edges)],
  );
  await db.query('delete from propagation_block');
  await db.query(
    `insert into propagation_block (upstream_id, downstream_id, categories, reason, actor)
     select "from", "to", categories, 'test', 'system'
       from jsonb_to_recordset($1) as given ("from" bigint, "to" bigint, categories text[])`,
    [JSON.stringify(blocks)],
  );
}

/** What is stored as derived, in the words of `expectedLabels`. */
export async function storedLabels(db: DataSource): Promise<string[]> {
  const rows = await db.query<
    { column_id: string; hops: number; category: string; subtype: string; is_pseudonymised: boolean; level: number }[]
  >(`select column_id, hops, category, subtype, is_pseudonymised, level
       from derived_classification join classification_atom on id = atom_id`);
  return rows
    .map(
      (row) =>
        `${row.column_id}: ${atomText(row.category, row.subtype, row.is_pseudonymised, row.level)} @${String(row.hops)}`,
    )
    .sort();
}

/** Rows whose way does not lead one step nearer to where it starts: always none. */
export function brokenWays(db: DataSource): Promise<object[]> {
  return db.query<object[]>(
    `select derived.* from derived_classification derived
      where not exists (select from column_edge edge where edge.upstream_id = via_id and edge.downstream_id = derived.column_id)
         or not (case when hops = 1
                      then origin_id = via_id and exists (select from said_classification said
                              where said.column_id = via_id and said.atom_id = via_atom_id)
                      else exists (select from derived_classification before
                              where before.column_id = derived.via_id and before.atom_id = derived.via_atom_id
                                and before.hops = derived.hops - 1 and before.origin_id = derived.origin_id) end)`,
  );
}
