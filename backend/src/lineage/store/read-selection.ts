import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { partsOf, wholeOf } from '../domain/selector/glob';
import type { Term } from '../domain/selector/selector';

const SEEDS = loadSql(__dirname, 'queries/select-seeds.sql');
const STEPS = {
  UPSTREAM: loadSql(__dirname, 'queries/step-upstream.sql'),
  DOWNSTREAM: loadSql(__dirname, 'queries/step-downstream.sql'),
};

interface IdRow {
  readonly id: string;
}

/** Internal ids of assets that a term names, its steps aside; at most `first`. */
export async function readSeeds(db: EntityManager, { method, value }: Term, first: number): Promise<string[]> {
  const rows = await db.query<IdRow[]>(SEEDS, [method, wholeOf(value), partsOf(value), first]);
  return rows.map(({ id }) => id);
}

/** Internal ids one step beside any of some assets, on one side; at most `first`. */
export async function readStep(
  db: EntityManager,
  ids: readonly string[],
  side: keyof typeof STEPS,
  first: number,
): Promise<string[]> {
  const rows = await db.query<IdRow[]>(STEPS[side], [ids, first]);
  return rows.map(({ id }) => id);
}
