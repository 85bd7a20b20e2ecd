import type { EntityManager } from 'typeorm';
import { lockCatalogForWriting } from '../../catalog';
import { allowLongStatements } from '../../database';
import { propagate } from '../../governance';
import { invalid } from '../../shared/errors';
import type { Connector } from '../connectors/connector';
import { compareGate, countsOf, findingsOf, questionsOf, type GateChanges } from '../domain/compare-gate';
import type { GateAsset, GateConsumer, GatePhases, GateReport, GateViolation } from '../domain/gate';
import { readDelivery } from '../reading/read-delivery';
import type { StoredPart } from '../reading/stored-parts';
import {
  readConsumers,
  readGateAssets,
  readGateViolations,
  readTouched,
  type GateSource,
} from '../store/gate/read-gate';
import { applyPatch } from '../upsert';

/** A document to be looked at. */
export interface GateInput {
  readonly connector: Connector;
  readonly parts: ReadonlyMap<string, StoredPart>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a rehearsal does differently in the service and beside it. */
export interface Stage {
  /** In whose name it is rehearsed. */
  readonly actor: string;
  /** Reads the SQL that waits, and that of these assets. */
  readonly readSql: (tx: EntityManager, assetIds: readonly string[]) => Promise<void>;
  /** Has policies find, waive and resolve what there is to on these assets and what they feed. */
  readonly evaluate: (tx: EntityManager, assetIds: readonly string[]) => Promise<unknown>;
  /** Asks who reads what is lost, as somebody who may be told. */
  readonly consumers: (
    tx: EntityManager,
    read: (db: EntityManager) => Promise<GateConsumer[]>,
  ) => Promise<GateConsumer[]>;
  /** Of what was found, what may be told. */
  readonly visible: (
    tx: EntityManager,
    violations: readonly GateViolation[],
  ) => Promise<readonly GateViolation[]> | readonly GateViolation[];
}

/** All that was there once the document had been merged. */
interface Outcome {
  readonly source: GateSource;
  readonly touched: readonly string[];
  readonly assets: ReadonlyMap<string, GateAsset>;
  readonly violations: readonly GateViolation[];
}

const MOST_FINDINGS = 1_000;

/**
 * Says what merging a document would mean: by doing all that ingesting it would do (upsert, SQL, propagation, policies)
 * and taking it back. So its answer is what would come.
 *
 * In a transaction of the caller's, which is to be rolled back: locks stay until then. The service and the command line
 * do this same thing, one on its Postgres, the other on a snapshot (docs/decisions/0018).
 *
 * @throws DomainError INVALID for a document that cannot be understood
 */
export async function rehearse(tx: EntityManager, input: GateInput, stage: Stage): Promise<GateReport> {
  const started = performance.now();
  const clock = clockOf(started);
  await allowLongStatements(tx);
  await lockCatalogForWriting(tx); // nobody changes what it will be compared with
  await tx.query('savepoint rehearsal');
  const after = await merge(tx, input, stage, clock);
  await tx.query('rollback to savepoint rehearsal');
  const before = await readGateAssets(tx, after.touched, after.source);
  const changes = compareGate(before, after.assets);
  const consumers = await stage.consumers(tx, (db) => consumersOf(db, changes, after.source));
  clock.lap('compare');
  return reportOf(after, changes, consumers, { durationMs: performance.now() - started, phases: clock.phases });
}

async function merge(tx: EntityManager, input: GateInput, stage: Stage, clock: Clock): Promise<Outcome> {
  const source = await apply(tx, input, stage.actor);
  clock.lap('upsert');
  await stage.readSql(tx, await readTouched(tx));
  clock.lap('sql');
  await propagate(tx, await readTouched(tx));
  clock.lap('propagation');
  const touched = await readTouched(tx);
  await stage.evaluate(tx, touched);
  clock.lap('policies');
  const violations = await stage.visible(tx, await readGateViolations(tx));
  return { source, touched, violations, assets: await readGateAssets(tx, touched, source) };
}

async function apply(
  tx: EntityManager,
  { connector, parts, parameters }: GateInput,
  actor: string,
): Promise<GateSource> {
  const now = new Date();
  const context = { deliveryId: null, actor, allowLargeClose: true };
  let source: GateSource | null = null;
  for await (const patch of readDelivery(connector, { parts, parameters, receivedAt: now })) {
    source ??= patch.source;
    await applyPatch(tx, { ...patch, observedAt: now }, context);
  }
  if (source === null) throw invalid('Nothing to look at: the manifest says nothing');
  return source;
}

function consumersOf(db: EntityManager, changes: GateChanges, source: GateSource): Promise<GateConsumer[]> {
  const { columnIds, assetIds } = questionsOf(changes);
  return readConsumers(db, columnIds, assetIds, source);
}

function reportOf(
  { source, violations }: Outcome,
  changes: GateChanges,
  consumers: readonly GateConsumer[],
  time: Pick<GateReport, 'durationMs' | 'phases'>,
): GateReport {
  const findings = findingsOf(changes, violations, consumers);
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  const resolved = violations.filter(({ status }) => status === 'RESOLVED').length;
  return {
    passed: count('error') === 0,
    project: source.name,
    counts: countsOf(changes, resolved),
    ...{ errors: count('error'), warnings: count('warning'), notes: count('note') },
    findings: findings.slice(0, MOST_FINDINGS),
    omitted: Math.max(0, findings.length - MOST_FINDINGS),
    ...time,
  };
}

interface Clock {
  readonly phases: GatePhases;
  readonly lap: (phase: string) => void;
}

/** Milliseconds by phase, each from the end of the one before. */
function clockOf(started: number): Clock {
  const phases: Record<string, number> = {};
  let last = started;
  const lap = (phase: string): void => {
    const now = performance.now();
    phases[phase] = now - last;
    last = now;
  };
  return { phases, lap };
}
