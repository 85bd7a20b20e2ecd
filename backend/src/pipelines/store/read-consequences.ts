import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { MissedWrite } from '../consequences';

const MISSED = loadSql(__dirname, 'queries/missed-by-run.sql');
const STALE = loadSql(__dirname, 'queries/stale-downstream.sql');
const DESCENDANTS = loadSql(__dirname, 'queries/descendants-of-run.sql');
const ATTEMPTS = loadSql(__dirname, 'queries/attempts-of-run.sql');

/** What a run that failed has not written, in order of name. */
export async function missedByRun(db: EntityManager, runId: string): Promise<MissedWrite[]> {
  interface MissedRow extends Pick<MissedWrite, 'namespace' | 'name'> {
    readonly asset_id: string | null;
    readonly last_run_id: string | null;
    readonly is_recovered: boolean;
  }
  const rows = await db.query<MissedRow[]>(MISSED, [runId]);
  return rows.map(({ namespace, name, asset_id: assetId, last_run_id: lastRunId, is_recovered: isRecovered }) => ({
    namespace,
    name,
    assetId,
    lastRunId,
    isRecovered,
  }));
}

/** An asset at its distance; `total` counts all of the list. */
export interface StaleRow {
  readonly asset_id: string;
  readonly hops: number;
  readonly total: number;
}

/** Where a page of stale assets ended. */
export interface StalePosition {
  readonly hops: number;
  readonly id: string;
}

/** Assets downstream of some, nearest first. */
export function staleDownstream(
  db: EntityManager,
  assetIds: readonly string[],
  depth: number,
  after: StalePosition | null,
  limit: number,
): Promise<StaleRow[]> {
  return db.query<StaleRow[]>(STALE, [assetIds, depth, after?.hops ?? null, after?.id ?? null, limit]);
}

/** Ids of the runs below a run, earliest start first. */
export async function descendantsOfRun(db: EntityManager, runId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(DESCENDANTS, [runId, limit]);
  return rows.map(({ id }) => id);
}

/** Ids of the runs of the same job for the same thing, itself among them. */
export async function attemptsOfRun(db: EntityManager, runId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(ATTEMPTS, [runId, limit]);
  return rows.map(({ id }) => id);
}
