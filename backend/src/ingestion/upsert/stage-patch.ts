import type { EntityManager } from 'typeorm';
import { CATALOG_STAGE, noteRefused, type NamedAssets, type NamespaceRegistry, type Removal } from '../../catalog';
import { openStages } from '../../database/open-stage';
import { LINEAGE_STAGE } from '../../lineage';
import { noteRefusedRules, QUALITY_STAGE } from '../../quality';
import type {
  AssetStatement,
  MetadataPatch,
  NoteStatement,
  RemovalStatement,
  ResultStatement,
  RuleStatement,
  Statement,
} from '../metadata-patch';
import type { AssetExtent } from './asset-batch';
import type { KnownEvidence } from './known-evidence';
import { RefBook } from './ref-book';
import type { Report } from './report';
import { AssetStage } from './stage-assets';
import { QualityStage } from './stage-quality';

/** Statements staged at a time: a few megabytes at most, a few dozen milliseconds. */
const BATCH = 500;

/** What is left to do after staging. */
export interface StagedPatch {
  /** Statements that were new or changed. */
  readonly assets: number;
  readonly quality: number;
  readonly refs: number;
  readonly named: NamedAssets;
  readonly extent: AssetExtent;
  readonly removals: readonly Removal[];
}

/** Batches of at most `BATCH`, whatever the size in which they arrive; small ones are put together. */
async function* inBatches(statements: AsyncIterable<readonly Statement[]>): AsyncGenerator<Statement[]> {
  let waiting: Statement[] = [];
  for await (const some of statements) {
    for (const statement of some) {
      waiting.push(statement);
      if (waiting.length < BATCH) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

/** Works on each batch while the next one is being read; never on two at once. Fails as soon as either does. */
async function readAhead<Batch>(batches: AsyncIterable<Batch>, work: (batch: Batch) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  let working: Promise<unknown> = Promise.resolve();
  try {
    for await (const batch of batches) {
      await working;
      if (failures.length > 0) break;
      working = work(batch).catch((error: unknown) => failures.push(error));
    }
  } finally {
    // The transaction must be quiet before anybody rolls it back.
    await working;
  }
  if (failures.length > 0) throw failures[0];
}

function ofKind<Kind extends Statement['kind']>(
  batch: readonly Statement[],
  kind: Kind,
): Extract<Statement, { kind: Kind }>[] {
  return batch.filter((statement): statement is Extract<Statement, { kind: Kind }> => statement.kind === kind);
}

/** What could not be taken in is reported, and what was said under its key before is left alone. */
async function takeNotes(tx: EntityManager, notes: readonly NoteStatement[], report: Report): Promise<void> {
  for (const { outcome, key, reason } of notes) {
    if (outcome === 'REFUSED') report.refuse(key, reason);
    else report.note(key, reason);
  }
  const refused = notes.filter(({ outcome }) => outcome === 'REFUSED').map(({ key }) => key);
  await noteRefused(tx, refused);
  await noteRefusedRules(tx, refused);
}

/**
 * Reads the patch once, as it streams by, into temporary tables; what its source has said before in the same words ends
 * here. Writes nothing that lasts and takes no lock.
 */
export async function stagePatch(
  tx: EntityManager,
  patch: MetadataPatch,
  known: KnownEvidence,
  registry: NamespaceRegistry,
  report: Report,
): Promise<StagedPatch> {
  await openStages(tx, [CATALOG_STAGE, LINEAGE_STAGE, QUALITY_STAGE]);
  const refs = new RefBook(registry);
  const assets = new AssetStage(tx, refs, report, known);
  const quality = new QualityStage(tx, refs, report, known);
  const removals: Removal[] = [];
  const stage = async (batch: readonly Statement[]): Promise<void> => {
    await assets.add(ofKind(batch, 'asset') satisfies AssetStatement[]);
    await quality.addRules(ofKind(batch, 'rule') satisfies RuleStatement[]);
    await quality.addResults(ofKind(batch, 'result') satisfies ResultStatement[]);
    removals.push(...(ofKind(batch, 'removal') satisfies RemovalStatement[]));
    await takeNotes(tx, ofKind(batch, 'note'), report);
  };
  await readAhead(inBatches(patch.statements), stage);
  const { extent } = assets;
  const named = { ...refs.named, aliases: extent.aliases };
  return { assets: assets.staged, quality: quality.staged, refs: refs.size, named, extent, removals };
}
