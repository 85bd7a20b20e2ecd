import { invalid } from '../../../shared/errors';
import type { MetadataPatch, Statement } from '../../metadata-patch';
import type { Connector, ConnectorInput } from '../connector';
import { companionSource } from '../dbt/artifact';
import { batched } from '../dbt/batched';
import { understand } from '../dbt/lenient';
import { note, observedAt } from '../dbt/metadata';
import { readParameters, scopeOf, type DbtParameters } from '../dbt/parameters';
import { resultStatement } from '../dbt/run-results';
import { RunResult } from '../dbt/shapes';
import { byInvocation, type Invocation } from './by-invocation';
import { isFault, readRows } from './read-rows';
import { resourceStatements } from './resource-statements';
import type { Fault, KnownRow } from './row';
import { contextOf, metadataOf } from './row-context';

const PART = 'rows';

/**
 * Rows of the dbt package's outbox: what the post-hook says of each model as it is built, and what the end of the run
 * adds. Each invocation of dbt becomes up to three patches: assets, rules of tests, results.
 */
export const dbtOutboxConnector: Connector = {
  name: 'dbt-outbox',
  parts: { required: [PART], optional: [] },
  checkParameters: (parameters) => void readParameters(parameters),
  read,
};

async function* read({ parts, parameters, receivedAt }: ConnectorInput): AsyncGenerator<MetadataPatch> {
  const part = parts.get(PART);
  if (!part) throw invalid(`Part ${PART} is missing`, { part: PART });
  const reading = { parameters: readParameters(parameters), receivedAt };
  for await (const invocation of byInvocation(readRows(part), refuse)) yield* new Run(invocation, reading).patches();
}

/** @throws DomainError INVALID, always: nothing in the document is a row. */
function refuse(faults: readonly Fault[]): never {
  const [first] = faults;
  if (!first) throw invalid(`${PART}: no rows; send one line of JSON for each row of the outbox`, { part: PART });
  throw invalid(`${first.place}: ${first.reason}`, { part: PART, position: first.place });
}

interface Reading {
  readonly parameters: DbtParameters;
  readonly receivedAt: Date;
}

/** One invocation's rows, sorted into who says them as they come by. */
class Run {
  private readonly rules: Statement[] = [];
  private readonly results: Statement[] = [];
  private readonly seen = new Set<string>();
  private readonly project: string;
  private readonly evidence: Pick<MetadataPatch, 'observedAt' | 'isComplete'>;

  constructor(
    private readonly invocation: Invocation,
    private readonly reading: Reading,
  ) {
    this.project = invocation.first.project;
    this.evidence = { observedAt: observedAt(metadataOf(invocation.first), reading.receivedAt), isComplete: false };
  }

  *patches(): Generator<MetadataPatch> {
    const { project, evidence } = this;
    const { parameters } = this.reading;
    yield {
      ...evidence,
      source: companionSource('dbt-hook', 'post-hook', project, parameters),
      fullerKind: 'dbt',
      statements: batched(this.assets()),
    };
    const manifest = { kind: 'dbt', name: project, scope: scopeOf(parameters), label: `dbt project ${project}` };
    if (this.rules.length > 0) yield { ...evidence, source: manifest, statements: batched(given(this.rules)) };
    const runs = companionSource('dbt-run', 'runs', project, parameters);
    if (this.results.length > 0) yield { ...evidence, source: runs, statements: batched(given(this.results)) };
  }

  /** Assets and notes; puts rules and results aside. */
  private async *assets(): AsyncGenerator<Statement> {
    for await (const item of this.invocation.items) {
      if (isFault(item)) yield note(item.place, item.reason, 'REFUSED');
      else if (this.isNew(item)) yield* this.statementsOf(item).filter((statement) => !this.putAside(statement, item));
    }
  }

  /** The package may be configured twice: each row counts once for each invocation. */
  private isNew({ kind, unique_id }: KnownRow): boolean {
    const id = `${kind === 'result' ? kind : 'resource'} ${unique_id}`;
    const isNew = !this.seen.has(id);
    this.seen.add(id);
    return isNew;
  }

  private statementsOf(row: KnownRow): readonly Statement[] {
    const context = contextOf(row, this.reading.parameters, this.reading.receivedAt);
    const key = context.key(row.unique_id);
    const left = row.oddities.length > 0 ? [note(key, `left out: ${row.oddities.join('; ')}`)] : [];
    if (row.kind === 'node' || row.kind === 'resource') return [...resourceStatements(row, context), ...left];
    if (row.kind === 'result') return [this.result(row), ...left];
    return [note(key, `rows of kind "${row.kind.slice(0, 100)}" are not known; left out`)];
  }

  private result(row: KnownRow): Statement {
    const result = understand(RunResult, row.facts.result);
    const key = `dbt-run:${this.project}/${row.unique_id}`;
    if (!result.ok) return note(key, `not understood: ${result.reason}`, 'REFUSED');
    const { observedAt: at } = this.evidence;
    const head = { metadata: metadataOf(row), observedAt: at, project: this.project, known: null, notes: [] };
    return resultStatement(result.value, head);
  }

  private putAside(statement: Statement, { kind }: KnownRow): boolean {
    const shelf = kind === 'result' ? this.results : statement.kind === 'rule' ? this.rules : null;
    shelf?.push(statement);
    return shelf !== null;
  }
}

async function* given<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* await Promise.resolve(items);
}
