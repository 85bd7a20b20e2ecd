import type { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../access';
import {
  createSplit,
  findMerges,
  forgetReferences,
  logChanges,
  moveSpellings,
  projectAssets,
  refreshDegrees,
  restoreAsset,
  type Asset,
  type MovedSpelling,
  type StoredSpelling,
  type UndoableMerge,
} from '../catalog';
import { moveColumnEdges, moveEdges, restoreLineage, type LineageSnapshot } from '../lineage';
import { tiePipelines } from '../pipelines';
import { moveRules } from '../quality';
import { shortly } from './merge-assets';

/** What a merge kept, in the parts that a split looks at. */
interface Snapshot {
  readonly identifiers: readonly MovedSpelling[];
  readonly assertions: readonly (string | number)[];
  readonly rules: readonly string[];
  readonly lineage: LineageSnapshot;
}

/**
 * Takes spellings of an asset, and what was said under them, out into an asset of their own: the one that a merge made
 * disappear, with its old id, when its name is among them; else a new one. Audited.
 *
 * The caller holds `lockCatalogForWriting`; `spellings` are some of the asset's and not its primary one.
 *
 * @returns the public id of the asset that is now apart
 */
export async function splitOff(
  tx: EntityManager,
  asset: Asset,
  spellings: readonly StoredSpelling[],
  said: { readonly actor: Actor; readonly reason: string },
): Promise<string> {
  const [merge] = await findMerges(tx, asset.internalId, spellings);
  const actor = actorKey(said.actor);
  const apart = merge ? await restored(tx, merge) : await created(tx, asset, spellings);
  const moved = merge
    ? asTheyWere(merge, spellings)
    : asNew(spellings, `split off by ${said.actor.displayName}: ${said.reason}`);
  const kept = merge ? snapshotOf(merge).assertions.map(String) : [];
  const assertionIds = await moveSpellings(tx, asset.internalId, apart.id, { spellings: moved, said: kept });
  const neighbours = merge ? await restoreEdges(tx, merge, asset.internalId) : [];
  neighbours.push(...(await moveEdges(tx, asset.internalId, apart.id, assertionIds)));
  const context = { deliveryId: null, actor };
  await tiePipelines(tx, [asset.internalId, apart.id]);
  await projectAssets(tx, [apart.id], context);
  await moveColumnEdges(tx, asset.internalId, apart.id, assertionIds);
  await projectAssets(tx, [asset.internalId], context);
  await forgetReferences(tx, [asset.internalId, apart.id]);
  await refreshDegrees(tx, [...new Set([...neighbours, asset.internalId, apart.id])]);
  await remember(tx, asset, apart, spellings, said);
  return apart.publicId;
}

interface Apart {
  readonly id: string;
  readonly publicId: string;
}

async function restored(tx: EntityManager, merge: UndoableMerge): Promise<Apart> {
  await restoreAsset(tx, merge.snapshot);
  return { id: merge.old_id, publicId: merge.old_public_id };
}

async function created(tx: EntityManager, asset: Asset, spellings: readonly StoredSpelling[]): Promise<Apart> {
  const [first] = spellings;
  if (!first) throw new Error('A split needs a spelling');
  const made = await createSplit(tx, asset.internalId, first);
  return { id: made.id, publicId: made.public_id };
}

const snapshotOf = (merge: UndoableMerge): Snapshot => merge.snapshot as unknown as Snapshot;

async function restoreEdges(tx: EntityManager, merge: UndoableMerge, assetId: string): Promise<string[]> {
  const { lineage, rules } = snapshotOf(merge);
  await moveRules(tx, assetId, merge.old_id, rules);
  return restoreLineage(tx, assetId, merge.old_id, lineage, merge.merged_at);
}

/** Roles and reasons as before the merge; what was not there before is an alias. */
function asTheyWere(merge: UndoableMerge, spellings: readonly StoredSpelling[]): MovedSpelling[] {
  const before = snapshotOf(merge).identifiers;
  return spellings.map(({ namespace_id: namespaceId, name }) => {
    const known = before.find((one) => one.namespace_id === namespaceId && one.name === name);
    return { namespace_id: namespaceId, name, role: known?.role ?? 'ALIAS', reason: known?.reason ?? 'declared' };
  });
}

function asNew(spellings: readonly StoredSpelling[], reason: string): MovedSpelling[] {
  return spellings.map(({ namespace_id: namespaceId, name }, index) => ({
    namespace_id: namespaceId,
    name,
    role: index === 0 ? 'PRIMARY' : 'ALIAS',
    reason,
  }));
}

async function remember(
  tx: EntityManager,
  asset: Asset,
  apart: Apart,
  spellings: readonly StoredSpelling[],
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<void> {
  const identifiers = spellings.map(({ namespace, name }) => ({ namespace, name }));
  const changes = [
    {
      asset_id: asset.internalId,
      operation: 'SPLIT' as const,
      detail: { into: { id: apart.publicId }, identifiers, reason },
    },
    { asset_id: apart.id, operation: 'SPLIT' as const, detail: { from: shortly(asset), identifiers, reason } },
  ];
  await logChanges(tx, changes, actorKey(actor));
  await recordAudit(tx, {
    actor,
    action: 'asset.split',
    object: `asset:${asset.id}`,
    before: { asset: shortly(asset) },
    after: { apart: apart.publicId, identifiers },
    reason,
  });
}
