import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';
import type { AssetStatus } from '../../domain/asset';
import type { SourceRow } from './resolve-identities';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const ADD_CODE = query('add-code');
const COMPARE = query('compare-statements');
const KEEP = query('keep-assertions');
const WRITE = query('write-assertions');
const STAGE_UNSAID = query('stage-unsaid');
const STAGE_UNSAID_PARTS = query('stage-unsaid-parts');
const STAGE_REMOVED = query('stage-removed');
const STAGE_DEPENDENTS = query('stage-dependents');
const CLOSE = query('close-assertions');
const LIST_CLOSED = query('list-closed');
const LIST_OUTCOMES = query('list-outcomes');

/** When the evidence was made, and the delivery that brought it. */
export interface Evidence {
  readonly observedAt: Date;
  readonly deliveryId: string | null;
}

export interface ClosedAssertion {
  readonly key: string;
  readonly asset_id: string;
  readonly reason: string;
}

/** What became of one statement. */
export interface StatementOutcome {
  readonly key: string;
  readonly asset_id: string | null;
  /** OUTDATED: its source has said something since. REFUSED: nothing is known by the key or id it speaks of. */
  readonly outcome: 'NEW' | 'CHANGED' | 'OUTDATED' | 'REFUSED';
  /** The rule that found its asset. */
  readonly rule: string | null;
  readonly raw_name: string | null;
  /** The asset's status before. */
  readonly was: AssetStatus | null;
  /** An earlier statement of the same source speaks of the same asset. */
  readonly is_shared: boolean;
  /** Why the source only mentions the asset; null when it describes it. */
  readonly stub_reason: string | null;
}

export interface Removal {
  readonly key: string;
  readonly reason: string;
}

/** How many assertions a complete patch would close, of how many. */
export interface Closing {
  readonly closing: number;
  readonly standing: number;
}

/** Finds what the source has not said in this patch; nothing is closed yet. */
export async function stageUnsaid(tx: EntityManager, source: SourceRow, reason: string): Promise<Closing> {
  const [row] = await runNamed<Closing>(tx, STAGE_UNSAID, [source.id, reason]);
  return row ?? { closing: 0, standing: 0 };
}

/** Finds what sources of these kinds, which tell parts of a complete patch, said before `observedAt` and it does not. */
export async function stageUnsaidParts(
  tx: EntityManager,
  source: SourceRow,
  kinds: readonly string[],
  reason: string,
  observedAt: Date,
): Promise<void> {
  await runNamed(tx, STAGE_UNSAID_PARTS, [kinds, source.name, source.scope, reason, observedAt]);
}

/** Finds what the source says is gone, and what hangs on anything that ends; nothing is closed yet. */
export async function stageRemoved(
  tx: EntityManager,
  source: SourceRow,
  removals: readonly Removal[],
): Promise<ClosedAssertion[]> {
  if (removals.length > 0) {
    await runNamed(tx, STAGE_REMOVED, [
      source.id,
      removals.map(({ key }) => key),
      removals.map(({ reason }) => reason),
    ]);
  }
  await runNamed(tx, STAGE_DEPENDENTS);
  return runNamed<ClosedAssertion>(tx, LIST_CLOSED);
}

/** How many staged statements say something else than before, and of how many the edges may differ from before. */
export interface Comparison {
  readonly changed: number;
  readonly lineage: number;
}

/** Finds for each staged statement its asset and what becomes of it. */
export async function compareStatements(tx: EntityManager, source: SourceRow, evidence: Evidence): Promise<Comparison> {
  const [row] = await runNamed<Comparison>(tx, COMPARE, [source.id, evidence.observedAt]);
  return row ?? { changed: 0, lineage: 0 };
}

/** What there is to write besides the assertions themselves. */
export interface AssertionExtent {
  /** Texts of code that are staged. */
  readonly code: number;
  /** Assertions that change or end: what they said goes into the history. */
  readonly past: number;
}

/** Stores the compared statements as assertions, and what they replace or end in the history. Returns rows written. */
export async function writeAssertions(
  tx: EntityManager,
  source: SourceRow,
  { observedAt, deliveryId }: Evidence,
  { code, past }: AssertionExtent,
): Promise<number> {
  let written = code > 0 ? await countNamed(tx, ADD_CODE) : 0;
  if (past > 0) written += await countNamed(tx, KEEP, [observedAt, deliveryId]);
  return written + (await countNamed(tx, WRITE, [source.id, observedAt, deliveryId]));
}

/** Ends the assertions staged for it; call when their edges are closed. Returns rows written. */
export function closeAssertions(tx: EntityManager): Promise<number> {
  return countNamed(tx, CLOSE);
}

/** What became of the staged statements, in their order; call before the projection. */
export function listOutcomes(tx: EntityManager, source: SourceRow): Promise<StatementOutcome[]> {
  return runNamed<StatementOutcome>(tx, LIST_OUTCOMES, [source.id]);
}
