import type { EntityManager } from 'typeorm';
import type { NamespaceRegistry } from '../catalog';
import { deriveVersions, openWorld, saveWorld, type Arrival, type EventWorld, type FacetBook } from '../pipelines';
import { Breather } from '../shared/json-stream';
import { openLineageFacets } from './connectors/openlineage';
import { sumCounts } from './domain/delivery';
import { dateEventEdges } from './date-event-edges';
import { checkStatements } from './event-checks';
import { settleJobs, statementsOf } from './event-statements';
import { mergeEventAssets } from './merge-event-assets';
import type { MetadataPatch, Statement } from './metadata-patch';
import { applyPatch, type PatchOutcome } from './upsert';
import { inOneBatch } from './in-one-batch';

/** Milliseconds of work before those who wait for an answer get their turn. */
const TURN_MS = 5;

/**
 * Folds events into runs and jobs, and tells the catalog what follows from them; gives what that changed there. The caller
 * holds `lockCatalogForWriting`.
 */
export async function foldEvents(
  tx: EntityManager,
  fresh: readonly Arrival[],
  book: FacetBook,
  registry: NamespaceRegistry,
): Promise<PatchOutcome['counts']> {
  const reader = openLineageFacets;
  const world: EventWorld = await openWorld(
    tx,
    fresh.map(({ placed }) => placed),
    book,
    reader,
  );
  const breather = new Breather(TURN_MS);
  for (const { placed } of fresh) {
    await breather.breathe();
    world.fold(placed);
  }
  const seen = await deriveVersions(tx, world, { registry, reader });
  const { told, undated } = await settleJobs(tx, world, seen);
  const { statements, removals } = await statementsOf(tx, world, told);
  const said = await tell(tx, [...statements, ...checkStatements(fresh.map(({ placed }) => placed))]);
  const unsaid = await tell(tx, removals);
  await mergeEventAssets(tx, world, registry);
  await dateEventEdges(tx, undated);
  await saveWorld(tx, world, fresh, reader);
  return sumCounts([said, unsaid]);
}

const CONTEXT = { deliveryId: null, actor: 'system', allowLargeClose: false } as const;

async function tell(tx: EntityManager, statements: readonly Statement[]): Promise<PatchOutcome['counts']> {
  return statements.length > 0 ? (await applyPatch(tx, patchOf(statements), CONTEXT)).counts : sumCounts([]);
}

/** What is said is the sum of all events so far, so it is as of now, whenever they happened. */
function patchOf(statements: readonly Statement[]): MetadataPatch {
  return {
    source: { kind: 'openlineage', name: 'openlineage', scope: '', label: 'OpenLineage' },
    observedAt: new Date(),
    isComplete: false,
    statements: inOneBatch(statements),
  };
}
