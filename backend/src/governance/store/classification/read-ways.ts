import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { Way } from '../../domain/classification/ways';
import type { ClassificationClaim } from '../../../shared/vocabulary';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const COLUMN = query('column-for-explanation');
const WAYS = query('upstream-ways');
const SAID = query('said-columns');
const WORDS = query('words-on-column');

/** A column as it is classified by itself; internal ids. */
export interface SaidColumn {
  readonly id: string;
  readonly assetId: string;
  readonly path: string;
  readonly level: number | null;
  readonly categories: readonly string[];
}

/** What one source says of a column. */
export interface SpokenWord {
  readonly source: string;
  readonly sourceKind: string;
  readonly claim: ClassificationClaim;
  readonly observedAt: Date;
}

/** Internal id of an asset's column; null when there is none. */
export async function findColumnId(db: EntityManager, assetId: string, path: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(COLUMN, [assetId, path]);
  return row?.id ?? null;
}

/** At most `most` edges over which something may have come to a column. */
export async function readWays(db: EntityManager, columnId: string, most: number): Promise<Way[]> {
  const rows = await db.query<{ upstream_id: string; downstream_id: string; effect: Way['effect'] }[]>(WAYS, [
    columnId,
    most,
  ]);
  return rows.map(({ upstream_id: from, downstream_id: to, effect }) => ({ from, to, effect }));
}

/** Columns by internal id. */
export async function readSaidColumns(db: EntityManager, ids: readonly string[]): Promise<Map<string, SaidColumn>> {
  const rows = await db.query<(Omit<SaidColumn, 'assetId'> & { asset_id: string })[]>(SAID, [ids]);
  return new Map(rows.map(({ asset_id: assetId, ...rest }) => [rest.id, { ...rest, assetId }]));
}

/** What each source says of a column, latest first; at most 100. */
export async function readWords(db: EntityManager, assetId: string, path: string): Promise<SpokenWord[]> {
  const rows = await db.query<{ source: string; source_kind: string; claim: ClassificationClaim; observed_at: Date }[]>(
    WORDS,
    [assetId, path],
  );
  return rows.map(({ source, source_kind: sourceKind, claim, observed_at: observedAt }) => ({
    ...{ source, sourceKind, claim, observedAt },
  }));
}
