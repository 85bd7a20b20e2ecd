import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { compareColumns, type Cause, type ColumnDifference, type VersionColumn } from '../domain/compare-graphs';

const CAUSES = loadSql(__dirname, 'queries/edge-causes.sql');
const SCHEMAS = loadSql(__dirname, 'queries/schemas-between.sql');

interface CauseRow {
  readonly upstream_id: string;
  readonly downstream_id: string;
  readonly operation: 'BEGAN' | 'ENDED';
  readonly at: Date;
  readonly source: string;
  readonly delivery_id: string | null;
}

/** Names a cause: which pair of assets, by internal ids, and whether their edge began or ended. */
export const causeKey = (upstreamId: string, downstreamId: string, operation: 'BEGAN' | 'ENDED'): string =>
  `${upstreamId} ${downstreamId} ${operation}`;

/** The latest causes of edges among some assets that began or ended after `from` and until `to`, by `causeKey`. */
export async function readEdgeCauses(
  db: EntityManager,
  ids: readonly string[],
  from: Date,
  to: Date,
): Promise<ReadonlyMap<string, Cause>> {
  const rows = await db.query<CauseRow[]>(CAUSES, [ids, from, to]);
  return new Map(
    rows.map(({ upstream_id, downstream_id, operation, at, source, delivery_id }) => [
      causeKey(upstream_id, downstream_id, operation),
      { at, source, deliveryId: delivery_id },
    ]),
  );
}

export interface SchemaDifference {
  readonly columns: readonly ColumnDifference[];
  readonly cause: Cause;
}

interface SchemaRow {
  readonly asset_id: string;
  readonly before: readonly VersionColumn[];
  readonly after: readonly VersionColumn[];
  readonly at: Date;
  readonly delivery_id: string | null;
}

/** What became of the columns of some assets after `from` and until `to`, by internal id; unchanged ones are left out. */
export async function readSchemaDifferences(
  db: EntityManager,
  ids: readonly string[],
  from: Date,
  to: Date,
): Promise<ReadonlyMap<string, SchemaDifference>> {
  const rows = await db.query<SchemaRow[]>(SCHEMAS, [ids, from, to]);
  return new Map(
    rows
      .map(({ asset_id, before, after, at, delivery_id }): [string, SchemaDifference] => [
        asset_id,
        { columns: compareColumns(before, after), cause: { at, source: null, deliveryId: delivery_id } },
      ])
      .filter(([, { columns }]) => columns.length > 0),
  );
}
