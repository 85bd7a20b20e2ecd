import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Overview } from '../domain/overview';
import type { FacetValue } from '../domain/search';

const COUNTS = loadSql(__dirname, 'queries/overview-counts.sql');
const GROUPS = loadSql(__dirname, 'queries/overview-groups.sql');
const CHANGED = loadSql(__dirname, 'queries/recently-changed.sql');
const USED = loadSql(__dirname, 'queries/most-used.sql');

type Counts = Omit<Overview, 'byType' | 'byPlatform' | 'byLayer' | 'recentlyChanged' | 'mostUsed'>;

interface CountRow {
  readonly asset_count: number;
  readonly column_count: number;
  readonly edge_count: number;
  readonly stub_count: number;
  readonly unowned_count: number;
  readonly undescribed_count: number;
}

/** The catalog in numbers. */
export async function countCatalog(db: EntityManager): Promise<Counts> {
  const [row] = await db.query<CountRow[]>(COUNTS);
  if (!row) throw new Error('A count gave no row');
  return {
    assetCount: row.asset_count,
    columnCount: row.column_count,
    edgeCount: row.edge_count,
    stubCount: row.stub_count,
    unownedCount: row.unowned_count,
    undescribedCount: row.undescribed_count,
  };
}

/** Assets by type, platform and layer, most frequent first. */
export async function countGroups(db: EntityManager): Promise<Pick<Overview, 'byType' | 'byPlatform' | 'byLayer'>> {
  const rows = await db.query<(FacetValue & { readonly field: string })[]>(GROUPS);
  const of = (field: string): FacetValue[] =>
    rows.filter((row) => row.field === field).map(({ value, count }) => ({ value, count }));
  return { byType: of('type'), byPlatform: of('platform'), byLayer: of('layer') };
}

/** Internal ids of the assets that changed last, latest first. */
export async function listRecentlyChanged(db: EntityManager, first: number): Promise<string[]> {
  return (await db.query<{ id: string }[]>(CHANGED, [first])).map(({ id }) => id);
}

/** Internal ids of the assets that feed most others, most first. */
export async function listMostUsed(db: EntityManager, first: number): Promise<string[]> {
  return (await db.query<{ id: string }[]>(USED, [first])).map(({ id }) => id);
}
