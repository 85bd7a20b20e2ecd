import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { ViolationStatus } from '../domain/violation-filter';

const LIST = loadSql(__dirname, 'queries/list-violations.sql');
const COUNT = loadSql(__dirname, 'queries/count-violations.sql');

/** A filter in the database's words; null says nothing. */
export interface ViolationSelection {
  readonly statuses: readonly string[] | null;
  readonly severities: readonly string[] | null;
  readonly policies: readonly string[] | null;
  readonly assetId: string | null;
}

/** A violation as stored. */
export interface ViolationRow {
  readonly id: string;
  readonly public_id: string;
  readonly policy: string;
  readonly code: string;
  readonly status: ViolationStatus;
  readonly severity: string;
  readonly asset_id: string;
  readonly column_path: string | null;
  readonly message: string;
  /** assetId: as clients know it. */
  readonly path: readonly { readonly assetId: string; readonly column: string | null }[];
}

/** Latest first, at most `limit`, below id `before`. */
export function listViolations(
  db: EntityManager,
  selection: ViolationSelection,
  limit: number,
  before: string | null,
): Promise<ViolationRow[]> {
  return db.query<ViolationRow[]>(LIST, [...values(selection), limit, before]);
}

/** All that fit. */
export async function countViolations(db: EntityManager, selection: ViolationSelection): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, values(selection));
  return row?.count ?? 0;
}

function values({ statuses, severities, policies, assetId }: ViolationSelection): unknown[] {
  return [statuses, severities, policies, assetId];
}
