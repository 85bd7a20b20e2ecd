import { Readable } from 'node:stream';
import { Client } from 'pg';
import { InProcessWire, managerOf, type InProcessEngine } from '../../database/in-process';
import { evaluateChanged } from '../../governance';
import { SqlPool } from '../../sql';
import { CONNECTORS } from '../connectors';
import type { GateReport } from '../domain/gate';
import { inflatedPart, type IncomingPart } from '../incoming-part';
import { canonicalParameters } from '../intake-parameters';
import type { StoredPart } from '../reading/stored-parts';
import { readSqlWithin } from '../sql-lineage/read-waiting-sql';
import { loadGateSnapshot } from '../store/gate/load-gate-snapshot';
import { invalid } from '../../shared/errors';
import { partsInMemory } from './parts-in-memory';
import { rehearse, type Stage } from './rehearse';

/** A manifest to be looked at, and the catalog as a snapshot of it. */
export interface OfflineGate {
  /** Empty, with the schema of this version. */
  readonly engine: InProcessEngine;
  /** As `export/gate-snapshot` gives it, gzipped or not. */
  readonly snapshot: AsyncIterable<Buffer>;
  /** JSON or gzip. */
  readonly manifest: AsyncIterable<Buffer>;
  /** As the service's door takes them: namespace, target, project. */
  readonly parameters: Readonly<Record<string, string>>;
}

const ACTOR = 'token:offline';

/**
 * What the service would answer to this manifest if its catalog were the snapshot's: the same rehearsal, on a Postgres in
 * this process, which is as empty afterwards as it was before.
 *
 * @throws DomainError INVALID for a snapshot or a manifest that cannot be understood
 */
export async function gateOffline({ engine, snapshot, manifest, parameters }: OfflineGate): Promise<GateReport> {
  const started = performance.now();
  const client = new Client({ user: 'postgres', database: 'postgres', stream: () => new InProcessWire(engine) });
  const sql = new SqlPool();
  await client.connect();
  try {
    await client.query('begin');
    await loadGateSnapshot(client, await inflatedPart(partOf('snapshot', snapshot)));
    const loaded = performance.now();
    const parts = await partsInMemory(alone(partOf('manifest', manifest)));
    const report = await rehearsed(client, sql, parts, parameters);
    const durationMs = performance.now() - started;
    return { ...report, durationMs, phases: { load: loaded - started, ...report.phases } };
  } finally {
    await client.query('rollback');
    await client.query('discard all'); // the session is the engine's, and outlives its client
    await sql.close();
    await client.end();
  }
}

async function rehearsed(
  client: Client,
  sql: SqlPool,
  parts: ReadonlyMap<string, StoredPart>,
  given: Readonly<Record<string, string>>,
): Promise<GateReport> {
  const connector = CONNECTORS.get('dbt');
  if (connector === undefined) throw invalid('This client reads no dbt');
  const tx = managerOf(client);
  const parameters = await canonicalParameters(tx, connector.name, given);
  connector.checkParameters(parameters);
  const stage: Stage = {
    actor: ACTOR,
    readSql: (within, assetIds) => readSqlWithin(within, sql, assetIds),
    evaluate: evaluateChanged,
    // The snapshot holds what its reader sees: all of it may be told.
    consumers: (within, read) => read(within),
    visible: (_, violations) => violations,
  };
  return rehearse(tx, { connector, parts, parameters }, stage);
}

const partOf = (name: string, content: AsyncIterable<Buffer>): IncomingPart => ({
  name,
  stream: Readable.from(content, { objectMode: false }),
});

async function* alone(part: IncomingPart): AsyncGenerator<IncomingPart> {
  yield await Promise.resolve(part);
}
