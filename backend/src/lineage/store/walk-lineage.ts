import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Walk } from '../domain/merge-walks';
import { runPrepared, type PreparedQuery } from '../../catalog';

type Side = 'UPSTREAM' | 'DOWNSTREAM';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const NOW: Record<Side, PreparedQuery> = { UPSTREAM: query('walk-upstream'), DOWNSTREAM: query('walk-downstream') };
const CAPPED: Record<Side, PreparedQuery> = {
  UPSTREAM: query('walk-upstream-capped'),
  DOWNSTREAM: query('walk-downstream-capped'),
};
const AS_OF: Record<Side, PreparedQuery> = {
  UPSTREAM: query('walk-upstream-as-of'),
  DOWNSTREAM: query('walk-downstream-as-of'),
};

/** How far a walk goes. */
export interface WalkLimits {
  readonly depth: number;
  readonly budget: number;
  /** Neighbours followed of one asset; null for all. */
  readonly fanOut: number | null;
  /** Null for today. */
  readonly at: Date | null;
}

interface LevelRow {
  readonly depth: number;
  readonly ids: readonly string[];
  readonly reached: number;
}

/** Levels of a breadth-first walk in one direction, the root's first; one more than `depth` is counted, not listed. */
export function walkLineage(db: EntityManager, rootId: string, side: Side, limits: WalkLimits): Promise<Walk> {
  const values = [rootId, limits.depth, limits.budget];
  if (limits.at !== null) return runPrepared<LevelRow>(db, AS_OF[side], [...values, limits.fanOut, limits.at]);
  if (limits.fanOut !== null) return runPrepared<LevelRow>(db, CAPPED[side], [...values, limits.fanOut]);
  return runPrepared<LevelRow>(db, NOW[side], values);
}
