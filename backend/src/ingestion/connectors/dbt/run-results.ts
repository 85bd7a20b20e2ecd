import { readSections } from '../../../shared/json-stream';
import type { AssetStatement, MetadataPatch, ResultStatement, Statement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { companionSource, readHead, type ArtifactHead, type Companions } from './artifact';
import { batched } from './batched';
import { understand } from './lenient';
import { note } from './metadata';
import { telling } from './said';
import { RunResult } from './shapes';
import { dbtKey, isAssetId, resourceTypeOf } from './unique-id';

/** A warning is a failure too: how bad it is, the rule says. */
const STATUSES: ReadonlyMap<string, ResultStatement['status']> = new Map([
  ['pass', 'PASSED'],
  ['success', 'PASSED'],
  ['warn', 'FAILED'],
  ['fail', 'FAILED'],
  ['error', 'ERROR'],
  ['runtime error', 'ERROR'],
  ['skipped', 'SKIPPED'],
]);

const RULES = new Set(['test', 'unit_test']);
const MAX_MESSAGE = 4000;

/** run_results.json: results of tests, and how the last run of each model, seed or snapshot went. */
export async function readRunResults(part: DeliveryPart, companions: Companions): Promise<MetadataPatch> {
  const head = await readHead(part, 'run-results', companions);
  return {
    source: companionSource('dbt-run', 'runs', head.project, companions.parameters),
    observedAt: head.observedAt,
    isComplete: false,
    statements: batched(statements(part, head)),
  };
}

async function* statements(part: DeliveryPart, head: ArtifactHead): AsyncGenerator<Statement> {
  yield* head.notes;
  const modeOf = (section: string): 'entries' | 'skip' => (section === 'results' ? 'entries' : 'skip');
  for await (const { key: place, value } of readSections(part.open(), { part: part.name, modeOf })) {
    const understood = understand(RunResult, value);
    if (understood.ok) yield resultStatement(understood.value, head);
    else yield note(`${part.name}#${place}`, `not understood: ${understood.reason}`, 'REFUSED');
  }
}

/** What one result says: of a test, its outcome; of anything else that was built, how its last run went. */
export function resultStatement(result: RunResult, head: ArtifactHead): Statement {
  const id = result.unique_id;
  const key = `dbt-run:${head.project}/${id}`;
  if (head.known?.has(id) === false) return note(key, 'was run but is not in the manifest; left out');
  if (RULES.has(resourceTypeOf(id))) return testResult(key, result, head);
  if (isAssetId(id)) return lastRun(key, result, head);
  return note(key, `runs of a ${resourceTypeOf(id).slice(0, 100)} are not kept`);
}

function testResult(key: string, result: RunResult, head: ArtifactHead): Statement {
  const status = STATUSES.get((result.status ?? '').toLowerCase());
  if (status === undefined) return note(key, `status "${(result.status ?? '').slice(0, 100)}" is not known; left out`);
  return {
    kind: 'result',
    ruleKey: dbtKey(head.project, result.unique_id),
    executedAt: executedAt(result, head),
    status,
    ...telling({ failedRecords: result.failures, message: messageOf(result), durationMs: durationOf(result) }),
  };
}

function lastRun(key: string, result: RunResult, head: ArtifactHead): AssetStatement {
  const run = telling({
    status: result.status,
    at: executedAt(result, head).toISOString(),
    durationMs: durationOf(result),
    message: messageOf(result),
    rowsAffected: result.adapter_response.rows_affected,
    invocationId: head.metadata.invocation_id,
  });
  return {
    kind: 'asset',
    key,
    subject: { key: dbtKey(head.project, result.unique_id) },
    facts: { properties: { lastRun: run } },
  };
}

/** When it ended; the document's time where the result has none (skipped). */
function executedAt(result: RunResult, head: ArtifactHead): Date {
  const said = result.timing?.find(({ name }) => name === 'execute')?.completed_at;
  const at = new Date(said ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? head.observedAt : at;
}

const messageOf = ({ message }: RunResult): string | null =>
  message === null || message === undefined ? null : String(message).slice(0, MAX_MESSAGE);

const durationOf = (result: RunResult): number | null =>
  typeof result.execution_time === 'number' ? Math.round(result.execution_time * 1e6) / 1e3 : null;
