import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const WRITE = query('write-rules');
const RETIRE_MOVED = query('retire-moved-rules');
const RETIRE_UNSAID = query('retire-unsaid-rules');
const RETIRE_REMOVED = query('retire-removed-rules');
const UNBOUND = query('list-unbound-rules');
const RESULTS = query('write-results');
const KEEP_UNKNOWN = query('keep-unknown-results');
const TAKE_WAITING = query('take-waiting-results');

/** The source that speaks, as in `SourceRow` of the catalog. */
export interface RuleSource {
  readonly id: number;
  readonly name: string;
  readonly scope: string;
}

export interface RuleEvidence {
  readonly deliveryId: string | null;
  /** The patch is the whole truth of its source: rules it does not say are retired. */
  readonly isComplete: boolean;
  /** Keys that the source says are gone. */
  readonly removedKeys: readonly string[];
}

/** Makes the rules of a source what it declares now; results stay, also those of retired rules. Returns rows written. */
export async function replaceRules(tx: EntityManager, source: RuleSource, evidence: RuleEvidence): Promise<number> {
  let written = await countNamed(tx, WRITE, [source.id, evidence.deliveryId]);
  written += await countNamed(tx, RETIRE_MOVED, [source.id]);
  if (evidence.isComplete) written += await countNamed(tx, RETIRE_UNSAID, [source.id]);
  if (evidence.removedKeys.length === 0) return written;
  return written + (await countNamed(tx, RETIRE_REMOVED, [source.id, evidence.removedKeys]));
}

/** Stores results that are not known yet. Returns rows written. */
export function addResults(tx: EntityManager, source: RuleSource, deliveryId: string | null): Promise<number> {
  return countNamed(tx, RESULTS, [source.name, source.scope, deliveryId]);
}

/** Keys of staged rules that no known asset is the subject of. */
export async function listUnboundRules(tx: EntityManager): Promise<string[]> {
  return (await runNamed<{ key: string }>(tx, UNBOUND)).map(({ key }) => key);
}

/**
 * Keeps staged results of rules that nobody declares until one is: `takeWaitingResults`.
 *
 * @returns keys of those rules
 */
export async function keepUnknownResults(
  tx: EntityManager,
  source: RuleSource,
  deliveryId: string | null,
): Promise<string[]> {
  const rows = await runNamed<{ key: string }>(tx, KEEP_UNKNOWN, [source.name, source.scope, deliveryId]);
  return rows.map(({ key }) => key);
}

/** Stores results that came before the rules that are declared now. Returns rows written. */
export function takeWaitingResults(tx: EntityManager): Promise<number> {
  return countNamed(tx, TAKE_WAITING, []);
}
