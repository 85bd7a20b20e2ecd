import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';
import { refreshDegrees, type ChangeContext } from './project-assets';

const FIND_ENDS = loadSql(__dirname, 'queries/find-column-ends.sql');
const ADD_MENTIONED = loadSql(__dirname, 'queries/add-mentioned-columns.sql');
const LOG = loadSql(__dirname, 'queries/log-lineage-changes.sql');
const DEGREES = loadSql(__dirname, 'queries/list-degree-changes.sql');
const TO_PROJECT = loadSql(__dirname, 'queries/assets-to-project.sql');

/** Finds the columns staged in stage_column_end, and makes those that only lineage knows. Returns rows written. */
export async function resolveColumnEnds(tx: EntityManager): Promise<number> {
  await runNamed(tx, FIND_ENDS);
  const written = await countNamed(tx, ADD_MENTIONED);
  if (written > 0) await runNamed(tx, FIND_ENDS);
  return written;
}

/** Logs which assets are fed by others than before. Returns rows written. */
export function logLineageChanges(tx: EntityManager, context: ChangeContext): Promise<number> {
  return countNamed(tx, LOG, [context.deliveryId, context.actor]);
}

/** Counts the neighbours anew wherever an edge came or went. Returns rows written. */
export async function refreshChangedDegrees(tx: EntityManager): Promise<number> {
  const rows = await runNamed<{ asset_id: string }>(tx, DEGREES);
  return refreshDegrees(
    tx,
    rows.map(({ asset_id }) => asset_id),
  );
}

/** Assets that the patch may have changed, and which of them somebody has only now referred to. */
export async function assetsToProject(
  tx: EntityManager,
): Promise<{ readonly ids: readonly string[]; readonly newlyReferenced: ReadonlySet<string> }> {
  const rows = await runNamed<{ asset_id: string; is_newly_referenced: boolean }>(tx, TO_PROJECT);
  return {
    ids: rows.map(({ asset_id }) => asset_id),
    newlyReferenced: new Set(rows.filter((row) => row.is_newly_referenced).map(({ asset_id }) => asset_id)),
  };
}
