import type { EntityManager } from 'typeorm';

import {
  addSource,
  analyzeCatalogStage,
  assetsToProject,
  closeAssertions,
  compareStatements,
  countStaleGates,
  dropColumns,
  loadNamespaceRegistry,
  lockCatalogForWriting,
  logLineageChanges,
  noteComplete,
  projectFacts,
  refreshChangedDegrees,
  refreshStatistics,
  resolveIdentities,
  stageRemoved,
  stageUnsaid,
  stageUnsaidParts,
  writeAssertions,
  writeSearchDocuments,
  type ProjectionResult,
  type SourceRow,
} from '../../catalog';
import { allowLongStatements } from '../../database/allow-long-statements';
import { planEachTime } from '../../database/run-named';
import { replaceColumnEdges, replaceEdges, type LineageExtent } from '../../lineage';
import {
  addResults,
  analyzeQualityStage,
  keepUnknownResults,
  listUnboundRules,
  replaceRules,
  takeWaitingResults,
} from '../../quality';
import { conflict, DomainError } from '../../shared/errors';
import type { MetadataPatch, PatchSource } from '../metadata-patch';
import { readEvidence, type KnownEvidence } from './known-evidence';
import type { PatchContext, PatchOutcome } from './outcome';
import { Report } from './report';
import { reportClosed, reportOutcomes } from './report-outcomes';
import { stagePatch, type StagedPatch } from './stage-patch';
import { writeItems } from './write-items';

/** A complete patch that closes more than this part of its source is asked about first. */
const LARGE_PART = 0.2;

/** Rows staged from which on the planner should know how many there are. */
const MANY = 200;

/** One patch being applied: what every step needs. */
interface Work {
  readonly tx: EntityManager;
  readonly patch: MetadataPatch;
  readonly context: PatchContext;
  readonly source: SourceRow;
  readonly staged: StagedPatch;
  readonly report: Report;
}

/**
 * Writes what one source says into the catalog, in the caller's transaction; a patch that says nothing new writes nothing.
 *
 * Reads the patch once and in batches: memory does not grow with the document but for one short string per asset named.
 *
 * @throws DomainError CONFLICT when a complete patch is older than its source's last one, or would close more than a
 * fifth of what its source said; UNAVAILABLE when another patch of the source came in between: try again.
 */
export async function applyPatch(
  tx: EntityManager,
  patch: MetadataPatch,
  context: PatchContext,
): Promise<PatchOutcome> {
  const report = new Report();
  if (context.deliveryId !== null) await prepareForMuch(tx);
  const known = await readEvidence(tx, patch);
  refuseOutdated(patch, known.lastObservedAt);
  const registry = context.registry ?? (await loadNamespaceRegistry(tx));
  const staged = await stagePatch(tx, patch, known, registry, report);
  if (staged.assets + staged.quality + staged.removals.length > 0 || patch.isComplete) {
    await lockCatalogForWriting(tx);
    const source = await sourceUnderLock(tx, patch, known, staged, report);
    await write({ tx, patch, context, source, staged, report });
  }
  await writeItems(tx, context.deliveryId, report.items);
  return { counts: report.counts };
}

/** Documents may be large: no limit on time, and no plan that was made for few rows. */
async function prepareForMuch(tx: EntityManager): Promise<void> {
  await allowLongStatements(tx);
  await planEachTime(tx);
}

/** @throws DomainError CONFLICT */
function refuseOutdated(patch: MetadataPatch, lastObservedAt: number | null): void {
  if (!patch.isComplete || lastObservedAt === null || lastObservedAt <= patch.observedAt.getTime()) return;
  const last = new Date(lastObservedAt).toISOString();
  const made = patch.observedAt.toISOString();
  throw conflict(
    `Outdated: ${patch.source.label} was made at ${made}, and one made at ${last} is in the catalog already`,
    {
      observedAt: made,
      lastObservedAt: last,
    },
  );
}

/** @throws DomainError UNAVAILABLE when what the gate let pass has changed meanwhile. */
async function sourceUnderLock(
  tx: EntityManager,
  patch: MetadataPatch,
  before: KnownEvidence,
  { extent }: StagedPatch,
  report: Report,
): Promise<SourceRow> {
  const { name, scope } = patch.source satisfies PatchSource;
  const known = await readEvidence(tx, patch);
  refuseOutdated(patch, known.lastObservedAt);
  if (known.decidedBy !== before.decidedBy || known.areRulesOutdated !== before.areRulesOutdated)
    throw meanwhile(patch);
  if (known.sourceId === null) {
    report.wrote(1);
    return { id: await addSource(tx, patch.source), name, scope };
  }
  if (extent.passed > 0 && (await countStaleGates(tx, known.sourceId)) > 0) throw meanwhile(patch);
  return { id: known.sourceId, name, scope };
}

const meanwhile = ({ source }: MetadataPatch): DomainError =>
  new DomainError('UNAVAILABLE', `Another document of ${source.label} came in at the same time; try again`);

async function write(work: Work): Promise<void> {
  const { tx, patch, source, staged, report } = work;
  const stubs = staged.refs > 0 ? await resolve(work) : 0;
  const closing = patch.isComplete || staged.removals.length > 0 ? await stageClosing(work) : 0;
  if (staged.refs + closing > 0) await writeStatements(work, { closing, stubs });
  await writeQuality(work);
  if (patch.isComplete) report.wrote(await noteComplete(tx, source.id, patch.observedAt));
}

/** Finds or makes what the patch names; gives how many assets it made only because something refers to them. */
async function resolve({ tx, source, staged, report }: Work): Promise<number> {
  if (staged.refs >= MANY) await analyzeCatalogStage(tx);
  const { written, stubs } = await resolveIdentities(tx, source, staged.named);
  report.wrote(written);
  return stubs;
}

/** Finds what ends with this patch. @throws DomainError CONFLICT when that is too much to be believed. */
async function stageClosing({ tx, patch, context, source, staged, report }: Work): Promise<number> {
  if (patch.isComplete) {
    const reason = `${patch.source.label} no longer says it`;
    const { closing, standing } = await stageUnsaid(tx, source, reason);
    if (closing > standing * LARGE_PART && !context.allowLargeClose) {
      throw conflict(
        `${patch.source.label} would close ${String(closing)} of the ${String(standing)} things it described; ` +
          'send it again with allowLargeClose=true if that is meant',
        { closing, standing },
      );
    }
    await stageUnsaidParts(tx, source, patch.partialKinds ?? [], reason, patch.observedAt);
  }
  const closed = await stageRemoved(tx, source, staged.removals);
  reportClosed(closed, report);
  return closed.length;
}

async function writeStatements(
  work: Work,
  { closing, stubs }: Readonly<Record<'closing' | 'stubs', number>>,
): Promise<void> {
  const { tx, patch, context, source, staged, report } = work;
  const evidence = { observedAt: patch.observedAt, deliveryId: context.deliveryId };
  const compared = await compareStatements(tx, source, evidence);
  const extent = { code: staged.extent.code, past: compared.changed + closing };
  report.wrote(await writeAssertions(tx, source, evidence, extent));
  await refreshStatistics(tx, ['asset', 'asset_identifier', 'assertion'], staged.assets);
  await reportOutcomes(tx, source, { staged, stubs }, report);
  const lineage = { edges: staged.extent.edges, isTouched: compared.lineage + closing > 0 };
  const edges = await replaceEdges(tx, evidence, lineage);
  report.wrote(edges);
  await refreshStatistics(tx, ['lineage_edge'], report.counts.edges);
  if (closing > 0) report.wrote(await closeAssertions(tx));
  const dirty = await project(work);
  if (lineage.isTouched || edges > 0) await finishLineage(work, lineage);
  report.wrote(await dropColumns(tx, dirty.dropped));
  report.wrote(await writeSearchDocuments(tx, dirty.dirtyAssetIds));
}

async function project({ tx, context, report }: Work): Promise<ProjectionResult> {
  const { ids, newlyReferenced } = await assetsToProject(tx);
  const projected = await projectFacts(tx, ids, newlyReferenced, context);
  report.wrote(projected.written);
  await refreshStatistics(tx, ['asset_column'], projected.written);
  return projected;
}

/** Column edges, and what follows for the assets at both ends of what came and went. */
async function finishLineage({ tx, patch, context, report }: Work, lineage: LineageExtent): Promise<void> {
  const evidence = { observedAt: patch.observedAt, deliveryId: context.deliveryId };
  report.wrote(await replaceColumnEdges(tx, evidence, lineage));
  report.wrote(await logLineageChanges(tx, context));
  report.wrote(await refreshChangedDegrees(tx));
}

async function writeQuality({ tx, patch, context, source, staged, report }: Work): Promise<void> {
  const removedKeys = staged.removals.map(({ key }) => key);
  const evidence = { deliveryId: context.deliveryId, isComplete: patch.isComplete, removedKeys };
  if (staged.quality >= MANY) await analyzeQualityStage(tx);
  if (staged.quality + removedKeys.length > 0 || patch.isComplete) {
    const written = await replaceRules(tx, source, evidence);
    report.wrote(written);
    if (written > 0) report.wrote(await takeWaitingResults(tx));
    for (const key of await listUnboundRules(tx)) {
      report.note(key, 'No asset that this rule checks is known; the rule is left out until one is');
    }
  }
  if (report.counts.results === 0) return;
  report.wrote(await addResults(tx, source, context.deliveryId));
  for (const key of await keepUnknownResults(tx, source, context.deliveryId))
    report.note(key, 'A result for a rule that nobody declares yet; it waits for the rule, 90 days at most');
}
