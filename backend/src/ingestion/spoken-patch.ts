import type { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../access';
import { canonicalNamespace, type NamespaceRegistry } from '../catalog';
import { writing } from '../database';
import { DomainError, invalid } from '../shared/errors';
import type { MetadataPatch, PatchSource, Statement } from './metadata-patch';
import { applyPatch, type PatchOutcome } from './upsert';
import { inOneBatch } from './in-one-batch';

/** Somebody else wrote at the same moment; three tries have always been enough. */
const TRIES = 3;

/** What a person or token says through the API, as a patch like any other. */
export function patchOf(actor: Actor, statements: readonly Statement[]): MetadataPatch {
  return spokenPatch({ kind: actor.kind, name: actor.id, scope: '', label: actor.displayName }, statements);
}

function spokenPatch(source: PatchSource, statements: readonly Statement[]): MetadataPatch {
  return {
    source,
    observedAt: new Date(),
    isComplete: false,
    statements: inOneBatch(statements),
  };
}

/**
 * `registry`: as read in this transaction, where the caller has it. Gives whether it was news; who speaks has it audited.
 *
 * @throws DomainError INVALID when the upsert refuses what was said.
 */
export async function say(
  tx: EntityManager,
  actor: Actor,
  statements: readonly Statement[],
  registry?: NamespaceRegistry,
): Promise<{ readonly isNews: boolean }> {
  const { rowsWritten } = await apply(tx, actor, patchOf(actor, statements), registry);
  return { isNews: rowsWritten > 0 };
}

/** The same in another's name, on the actor's account. @throws DomainError INVALID when the upsert refuses it. */
export async function sayAs(
  tx: EntityManager,
  source: PatchSource,
  actor: Actor,
  statements: readonly Statement[],
): Promise<void> {
  await apply(tx, actor, spokenPatch(source, statements));
}

async function apply(
  tx: EntityManager,
  actor: Actor,
  patch: MetadataPatch,
  registry?: NamespaceRegistry,
): Promise<PatchOutcome['counts']> {
  const context = { deliveryId: null, actor: actorKey(actor), allowLargeClose: false, registry };
  const { counts } = await applyPatch(tx, patch, context);
  if (counts.refused > 0)
    throw invalid('The catalog could not take this in: a name, key or column in it is not usable');
  return counts;
}

/** Runs a use case in one transaction, with everything in sight; again when another writer came in between. */
export async function inOneTransaction<Result>(
  db: EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writing(db, work);
    } catch (error) {
      const isBusy = error instanceof DomainError && error.code === 'UNAVAILABLE';
      if (!isBusy || attempt === TRIES) throw error;
    }
  }
}

/** @throws DomainError FORBIDDEN when a token that is tied to namespaces speaks of another. */
export function refuseForeignNamespace(actor: Actor, namespace: string, registry: NamespaceRegistry): void {
  if (actor.namespaces.length === 0) return;
  const allowed = actor.namespaces.map((name) => canonicalNamespace(name, registry).namespace);
  if (allowed.includes(namespace)) return;
  throw new DomainError('FORBIDDEN', `Token ${actor.name} may not write into namespace ${namespace}`, { namespace });
}
