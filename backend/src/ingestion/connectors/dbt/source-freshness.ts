import { readSections } from '../../../shared/json-stream';
import type { MetadataPatch, ResultStatement, Statement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { companionSource, readHead, type ArtifactHead, type Companions } from './artifact';
import { batched } from './batched';
import { freshnessKey } from './freshness';
import { understand } from './lenient';
import { note } from './metadata';
import { telling } from './said';
import { SourceFreshness } from './shapes';
import { dbtKey } from './unique-id';

const STATUSES: ReadonlyMap<string, ResultStatement['status']> = new Map([
  ['pass', 'PASSED'],
  ['warn', 'FAILED'],
  ['error', 'FAILED'],
  ['runtime error', 'ERROR'],
]);

/** sources.json: how fresh each source was found, as a result of its freshness rule and as a fact about the source. */
export async function readSources(part: DeliveryPart, companions: Companions): Promise<MetadataPatch> {
  const head = await readHead(part, 'sources', companions);
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
    const understood = understand(SourceFreshness, value);
    if (understood.ok) yield* freshnessStatements(understood.value, head);
    else yield note(`${part.name}#${place}`, `not understood: ${understood.reason}`, 'REFUSED');
  }
}

function freshnessStatements(found: SourceFreshness, head: ArtifactHead): readonly Statement[] {
  const key = `dbt-run:${head.project}/${found.unique_id}`;
  if (head.known?.has(found.unique_id) === false)
    return [note(key, 'was checked but is not in the manifest; left out')];
  const status = STATUSES.get((found.status ?? '').toLowerCase());
  if (status === undefined) return [note(key, `status "${(found.status ?? '').slice(0, 100)}" is not known; left out`)];
  const subject = dbtKey(head.project, found.unique_id);
  const checkedAt = timeOf(found.snapshotted_at, head.observedAt);
  const freshness = telling({
    status: found.status,
    checkedAt: checkedAt.toISOString(),
    maxLoadedAt: found.max_loaded_at,
    ageInSeconds: found.max_loaded_at_time_ago_in_s,
  });
  const result: ResultStatement = {
    kind: 'result',
    ruleKey: freshnessKey(subject),
    executedAt: checkedAt,
    status,
    ...telling({ message: messageOf(found), durationMs: durationOf(found) }),
  };
  return [{ kind: 'asset', key, subject: { key: subject }, facts: { properties: { freshness } } }, result];
}

function timeOf(text: string | null | undefined, otherwise: Date): Date {
  const time = new Date(text ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? otherwise : time;
}

function messageOf(found: SourceFreshness): string | null {
  if (typeof found.error === 'string') return found.error.slice(0, 4000);
  return found.max_loaded_at ? `newest record: ${found.max_loaded_at.slice(0, 100)}` : null;
}

const durationOf = ({ execution_time: seconds }: SourceFreshness): number | null =>
  typeof seconds === 'number' ? Math.round(seconds * 1e6) / 1e3 : null;
