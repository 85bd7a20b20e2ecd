import type { EntityManager } from 'typeorm';
import { countWritten, lockCatalogForWriting, showDerived } from '../../../catalog';
import { loadSql } from '../../../database';
import { MAX_HOPS } from '../../domain/classification/limits';
import { openPropagationStage } from './propagation-stage';
import { recompute } from './recompute';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const TOUCHED = query('stage-touched');
const WIDEN = query('widen-region');
const WIDEN_BY_GROUPS = query('widen-by-groups');
const ADD_ATOMS = query('add-atoms');
const SAID = query('stage-said');
const ENTERING = query('stage-entering');
const SPREAD = query('spread-labels');
const FIND_GROUPS = query('find-groups');
const WRITE = query('write-derived');
const STAGE_DERIVED = query('stage-derived-columns');

/**
 * Makes what is derived along column lineage true again, and shows it.
 *
 * `assetIds`: what has changed; null computes everything anew. Both give the same. Labels are carried breadth-first, so
 * that each is found by its shortest way; the region that changes can influence starts from nothing, so that what only
 * supported itself goes. The catalog is locked only while the difference is written.
 *
 * @returns rows written; 0 when nothing differs
 */
export async function propagate(tx: EntityManager, assetIds: readonly string[] | null): Promise<number> {
  await openPropagationStage(tx);
  if (assetIds === null) {
    await countWritten(tx, ADD_ATOMS, [true]);
    await joinByIndex(tx, true);
    await recompute(tx);
    await joinByIndex(tx, false);
  } else {
    await joinByIndex(tx, true);
    await repair(tx, assetIds);
    await joinByIndex(tx, false);
    await lockCatalogForWriting(tx);
  }
  return writeDifference(tx);
}

/** What grows row by row is joined row by row: the planner would scan all edges in each round. */
async function joinByIndex(tx: EntityManager, isOn: boolean): Promise<void> {
  const other = isOn ? 'off' : 'on';
  await tx.query(
    `select set_config('enable_hashjoin', $1, true), set_config('enable_mergejoin', $1, true), set_config('jit', 'off', true)`,
    [other],
  );
}

/** Stages what follows for the columns that changes can influence. */
async function repair(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  await countWritten(tx, TOUCHED, [assetIds]);
  let round = await widen(tx, 0);
  await countWritten(tx, ADD_ATOMS, [false]);
  await countWritten(tx, FIND_GROUPS, []);
  for (;;) {
    await spread(tx);
    if ((await countWritten(tx, FIND_GROUPS, [])) === 0) return;
    // What is grouped by something personal was not known from the start: once more with it.
    round = await widenByGroups(tx, round + 1);
    await tx.query('truncate stage_label');
  }
}

/** Closes the region over lineage; gives the last round. */
async function widen(tx: EntityManager, from: number): Promise<number> {
  let round = from;
  while ((await countWritten(tx, WIDEN, [round])) > 0) round += 1;
  return round;
}

async function widenByGroups(tx: EntityManager, round: number): Promise<number> {
  await countWritten(tx, WIDEN_BY_GROUPS, [round]);
  return widen(tx, round);
}

/** To one hop more than counts, so that what is cut off there can be told. */
async function spread(tx: EntityManager): Promise<void> {
  await countWritten(tx, SAID, []);
  await countWritten(tx, ENTERING, []);
  for (let hops = 0; hops <= MAX_HOPS; hops += 1) if ((await countWritten(tx, SPREAD, [hops])) === 0) return;
}

async function writeDifference(tx: EntityManager): Promise<number> {
  await tx.query('analyze stage_label, stage_region');
  const written = await countWritten(tx, WRITE, []);
  if (written === 0) return 0;
  await tx.query('analyze stage_changed');
  await countWritten(tx, STAGE_DERIVED, []);
  return written + (await showDerived(tx));
}
