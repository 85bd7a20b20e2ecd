import type { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../access';
import {
  addMissingColumns,
  deleteAsset,
  logChanges,
  moveIdentity,
  projectAssets,
  refreshDegrees,
  takeSnapshot,
  type Asset,
} from '../catalog';
import { moveColumnEdges, moveEdges, snapshotLineage } from '../lineage';
import { tiePipelines } from '../pipelines';
import { moveRules } from '../quality';

/** How an asset is told of beside a change. */
export function shortly({ id, namespace, name }: Asset): Pick<Asset, 'id' | 'namespace' | 'name'> {
  return { id, namespace, name };
}

/**
 * Makes one asset of two: spellings, assertions, edges, columns and rules of `from` become those of `into`, whose name
 * stays; links to `from` find it. Audited, and kept for an undo.
 *
 * The caller holds `lockCatalogForWriting`.
 */
export async function mergeInto(
  tx: EntityManager,
  from: Asset,
  into: Asset,
  said: { readonly actor: Actor; readonly reason: string },
): Promise<void> {
  const actor = actorKey(said.actor);
  const lineage = await snapshotLineage(tx, from.internalId, into.internalId);
  const rules = await moveRules(tx, from.internalId, into.internalId, null);
  const snapshot = { ...(await takeSnapshot(tx, from.internalId)), lineage, rules };
  const explanation = `merged by ${said.actor.displayName}: ${said.reason}`;
  const neighbours = await moveEdges(tx, from.internalId, into.internalId, null);
  await moveIdentity(tx, from.internalId, into.internalId, { actor, reason: said.reason, explanation, snapshot });
  await projectAssets(tx, [into.internalId], { deliveryId: null, actor });
  await addMissingColumns(tx, from.internalId, into.internalId);
  await moveColumnEdges(tx, from.internalId, into.internalId, null);
  await tiePipelines(tx, [into.internalId]);
  await deleteAsset(tx, from.internalId);
  await refreshDegrees(
    tx,
    [...new Set([...neighbours, into.internalId])].filter((id) => id !== from.internalId),
  );
  const detail = { from: shortly(from), reason: said.reason };
  await logChanges(tx, [{ asset_id: into.internalId, operation: 'MERGED', detail }], actor);
  await recordAudit(tx, {
    actor: said.actor,
    action: 'asset.merge',
    object: `asset:${into.id}`,
    before: { merged: shortly(from) },
    after: { asset: shortly(into) },
    reason: said.reason,
  });
}
