import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { Arrival, PathRef, SelectableAsset } from '../../domain/policy/subject';
import { unmaskedPaths, type UnmaskedParents } from '../../domain/policy/unmasked-paths';

const ARRIVING = loadSql(__dirname, 'queries/arriving-columns.sql');
const COLUMNS = loadSql(__dirname, 'queries/classified-columns.sql');
const PARENTS = loadSql(__dirname, 'queries/unmasked-parents.sql');

const MAX_HOPS = 20;

interface ColumnRow {
  readonly id: string;
  readonly asset_id: string;
  readonly public_id: string;
  readonly asset_name: string;
  readonly path: string;
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly is_masked: boolean;
}

interface ArrivingRow {
  readonly asset_id: string;
  readonly column_id: string;
  readonly is_own: boolean;
}

/** What arrives at assets, without what its origin is. */
export interface FoundArrival extends Omit<Arrival, 'origin'> {
  /** Where it arrives, and where it comes from; internal ids. */
  readonly assetId: string;
  readonly originId: string;
}

/** The asset that an origin's internal id stands for, as selectors see it. */
export type Origins = ReadonlyMap<string, SelectableAsset>;

/** Classified data that arrives unmasked at each of the assets. `publicIds`: clients' ids of the assets by internal id. */
export async function readArrivals(
  db: EntityManager,
  publicIds: ReadonlyMap<string, string>,
): Promise<readonly FoundArrival[]> {
  const arriving = await db.query<ArrivingRow[]>(ARRIVING, [[...publicIds.keys()]]);
  if (arriving.length === 0) return [];
  const parents = await readUnmaskedParents(db, [...new Set(arriving.map(({ column_id: id }) => id))]);
  const ids = [...new Set([...arriving.map(({ column_id: id }) => id), ...[...parents.values()].flat()])];
  const columns = new Map((await db.query<ColumnRow[]>(COLUMNS, [ids])).map((row) => [row.id, row]));
  return arriving.flatMap((row) => arrivalsOf(row, columns, parents, publicIds.get(row.asset_id) ?? ''));
}

/** Level by level upwards, each column once. */
export async function readUnmaskedParents(db: EntityManager, starts: readonly string[]): Promise<UnmaskedParents> {
  const parents = new Map<string, string[]>(starts.map((id) => [id, []]));
  let frontier = starts;
  for (let hop = 0; hop < MAX_HOPS && frontier.length > 0; hop += 1) {
    const rows = await db.query<{ upstream_id: string; downstream_id: string }[]>(PARENTS, [frontier]);
    for (const row of rows) parents.get(row.downstream_id)?.push(row.upstream_id);
    frontier = [...new Set(rows.map((row) => row.upstream_id))].filter((id) => !parents.has(id));
    for (const id of frontier) parents.set(id, []);
  }
  return parents;
}

function arrivalsOf(
  row: ArrivingRow,
  columns: ReadonlyMap<string, ColumnRow>,
  parents: UnmaskedParents,
  destination: string,
): readonly FoundArrival[] {
  const last = columns.get(row.column_id);
  if (!last || last.is_masked) return [];
  return unmaskedPaths(row.column_id, parents).flatMap((path) => {
    const steps = path.flatMap((id) => columns.get(id) ?? []);
    const [origin] = steps;
    if (!origin) return [];
    const refs = steps.map((step): PathRef => ({ assetId: step.public_id, column: step.path }));
    return [
      {
        assetId: row.asset_id,
        originId: origin.asset_id,
        originColumn: origin.path,
        column: row.is_own ? last.path : null,
        via: row.is_own ? null : `${last.asset_name}.${last.path}`,
        level: last.class_level,
        categories: last.class_categories,
        path: row.is_own ? refs : [...refs, { assetId: destination, column: null }],
      },
    ];
  });
}
