import { integrationOf, type Facets, type SaidDataset, type SaidParent } from '../shared/pipeline-event';
import { foldLife, isDropped } from './domain/dropped';
import { foldRun, foldRunDataset } from './domain/run-fold';
import type { FacetReader } from './domain/facet-reader';
import type { DatasetRecord, Direction, JobRecord, RunDatasetRecord, RunRecord } from './domain/records';
import { joined, latest, type Register, type Registers } from './domain/register';
import type { FacetBook } from './facet-book';
import { type Placed, type PlacedEvent } from './place-events';

/** Which names of a thing's facets say something else than before; empty for a thing only mentioned. */
export interface Change {
  readonly facets: Set<string>;
}

/** A job event: what a job declares to read and write, without a run. */
export interface Declaration {
  readonly job: JobRecord;
  readonly placed: PlacedEvent;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** What a job says of who waits for whom; `at`: event time in microseconds since 1970. */
export interface ControlFlow {
  readonly at: number;
  readonly edges: readonly {
    readonly upstream: JobRecord;
    readonly downstream: JobRecord;
    readonly dependency: string | null;
    readonly triggerRule: string | null;
  }[];
}

/** Records by the keys that events use. */
export interface Records {
  readonly jobs: ReadonlyMap<string, JobRecord>;
  readonly datasets: ReadonlyMap<string, DatasetRecord>;
  readonly runs: ReadonlyMap<string, RunRecord>;
}

/**
 * The part of the world that some events speak of, while they are folded into it: pure, in memory.
 *
 * Folding is order-free and duplicate-free; what changed is noted for the store.
 */
export class EventWorld {
  readonly changedJobs = new Map<JobRecord, Change>();
  readonly changedDatasets = new Map<DatasetRecord, Change>();
  readonly changedRuns = new Set<RunRecord>();
  /** What waits for what, of jobs that say it anew. */
  readonly changedControl = new Map<JobRecord, ControlFlow>();
  readonly declarations: Declaration[] = [];

  constructor(
    readonly records: Records,
    readonly facets: FacetBook,
    private readonly reader: FacetReader,
  ) {}

  /** @throws Error (a bug) when a record was not loaded. */
  fold(placed: PlacedEvent): void {
    const { event } = placed;
    const job = placed.job === null ? null : this.foldJob(placed, placed.job);
    if (job !== null) this.foldControl(placed, job);
    if (placed.dataset !== null) this.foldDeclared(placed, this.foldWritten(placed, placed.dataset), placed.dataset);
    const inputs = placed.inputs.map((one) => this.foldDataset(placed, one));
    const outputs = placed.outputs.map((one) => this.foldWritten(placed, one));
    if (event.run !== null) this.foldRun(placed, inputs, outputs);
    else if (job !== null) {
      const ids = (all: readonly DatasetRecord[]): string[] => all.map(({ id }) => id);
      this.declarations.push({ job, placed, inputs: ids(inputs), outputs: ids(outputs) });
    }
  }

  private foldJob(
    { event, parent }: PlacedEvent,
    { key, said }: Placed<{ namespace: string; name: string; facets: Facets }>,
  ): JobRecord {
    const job = need(this.records.jobs.get(key), 'job', key);
    const { at, hash } = event;
    const change = changeOf(this.changedJobs, job);
    job.facets = this.joinFacets(job.facets, said.facets, at, hash, change);
    if (change.facets.has('jobType')) {
      const facts = this.reader.jobFacts(this.facets.contentsOf(job.facets, ['jobType']));
      job.fold = { ...job.fold, facts };
    }
    const integration = integrationSaid(said.facets, event.producer);
    if (integration !== null)
      job.fold = { ...job.fold, integration: latest(job.fold.integration, [at, hash, integration]) };
    if (parent !== null && parent.key !== key) {
      job.fold = { ...job.fold, parent: latest(job.fold.parent, [at, hash, parent.key]) };
    }
    return job;
  }

  /** The latest word of a job on who waits for whom replaces its earlier ones. */
  private foldControl({ event: { at, hash }, control }: PlacedEvent, job: JobRecord): void {
    if (control === null) return;
    const named = control.map(({ upstream, downstream, ...rest }) => ({
      ...rest,
      upstream: this.mentioned(upstream.key),
      downstream: this.mentioned(downstream.key),
    }));
    const mark = latest(job.fold.control, [at, hash, null]);
    if (mark === job.fold.control) return;
    job.fold = { ...job.fold, control: mark };
    this.changedControl.set(job, { at, edges: named.filter(({ upstream, downstream }) => upstream !== downstream) });
  }

  /** A job that another one speaks of: it is there from now on. */
  private mentioned(key: string): JobRecord {
    const job = need(this.records.jobs.get(key), 'job', key);
    changeOf(this.changedJobs, job);
    return job;
  }

  /** A run that its child speaks of: it is there from now on, in whatever state it is itself. */
  private foldParent({ event: { at, hash } }: PlacedEvent, parent: Placed<SaidParent> | null): void {
    if (parent === null) return;
    const { key, said } = parent;
    this.mentioned(key);
    const run = need(this.records.runs.get(said.runId), 'run', said.runId);
    this.changedRuns.add(run);
    run.fold = { ...run.fold, jobSaid: latest(run.fold.jobSaid, [at, hash, key]) };
  }

  private foldDataset({ event }: PlacedEvent, { key, said }: Placed<SaidDataset>): DatasetRecord {
    const dataset = need(this.records.datasets.get(key), 'dataset', key);
    const change = changeOf(this.changedDatasets, dataset);
    const { at, hash } = event;
    dataset.facets = this.joinFacets(dataset.facets, said.facets, at, hash, change);
    dataset.fold = { ...dataset.fold, raw: latest(dataset.fold.raw, [at, hash, [said.namespace, said.name]]) };
    return dataset;
  }

  /** An output lives, unless the event says that it is dropped. */
  private foldWritten(placed: PlacedEvent, one: Placed<SaidDataset>): DatasetRecord {
    const dataset = this.foldDataset(placed, one);
    const { at, hash, run } = placed.event;
    const before = isDropped(dataset.fold);
    dataset.fold = foldLife(dataset.fold, one.said.facets['lifecycleStateChange'], at, hash, run?.id ?? '');
    if (isDropped(dataset.fold) !== before) changeOf(this.changedDatasets, dataset).facets.add('lifecycleStateChange');
    return dataset;
  }

  /** A dataset event may say where the dataset comes from without speaking of a job. */
  private foldDeclared({ event }: PlacedEvent, dataset: DatasetRecord, { said }: Placed<SaidDataset>): void {
    if (event.kind !== 'DATASET') return;
    const entries = DECLARING.flatMap((name) => (said.facets[name] === undefined ? [] : [[name, said.facets[name]]]));
    if (entries.length === 0) return;
    const registers = this.facets.registersOf(Object.fromEntries(entries) as Facets, event.at, event.hash);
    const declared = joined(dataset.fold.declared ?? {}, registers);
    if (declared === dataset.fold.declared) return;
    dataset.fold = { ...dataset.fold, declared };
    for (const name of Object.keys(registers)) changeOf(this.changedDatasets, dataset).facets.add(name);
  }

  private joinFacets(
    current: Registers<string>,
    said: Facets,
    at: number,
    hash: string,
    change: Change,
  ): Registers<string> {
    const registers = this.facets.registersOf(said, at, hash);
    const now = joined(current, registers);
    for (const name of Object.keys(registers)) {
      if (now[name]?.[2] !== current[name]?.[2]) change.facets.add(name);
    }
    return now;
  }

  private foldRun(placed: PlacedEvent, inputs: readonly DatasetRecord[], outputs: readonly DatasetRecord[]): void {
    const { event, job } = placed;
    const { id = '', facets = {} } = event.run ?? {};
    const run = need(this.records.runs.get(id), 'run', id);
    this.changedRuns.add(run);
    run.eventCount += 1;
    run.fold = foldRun(run.fold, event, job === null ? null : job.key);
    const lineage = job?.said.facets['lineage'];
    if (lineage !== undefined) {
      const said = [event.at, event.hash, this.facets.digestOf(lineage)] as const;
      run.fold = { ...run.fold, lineage: latest(run.fold.lineage, said) };
    }
    this.foldParent(placed, placed.parent);
    this.foldParent(placed, placed.root);
    run.facets = joined(run.facets, inlineRegisters(facets, event.at, event.hash));
    placed.inputs.forEach((one, index) => this.foldUse(run, 'INPUT', inputs[index], one, placed));
    placed.outputs.forEach((one, index) => this.foldUse(run, 'OUTPUT', outputs[index], one, placed));
  }

  private foldUse(
    run: RunRecord,
    direction: Direction,
    dataset: DatasetRecord | undefined,
    { said, key }: Placed<SaidDataset>,
    { event: { at, hash } }: PlacedEvent,
  ): void {
    const { id } = need(dataset, 'dataset', key);
    const useKey = `${direction} ${id}`;
    const facets = this.facets.registersOf(said.facets, at, hash);
    const known = run.datasets.get(useKey);
    const use: RunDatasetRecord = known ?? {
      datasetId: id,
      direction,
      fold: { last: [at, hash, null], facets },
      useFacets: {},
      isChanged: true,
    };
    use.fold = foldRunDataset(known?.fold, { last: [at, hash, null], facets });
    use.useFacets = joined(use.useFacets, inlineRegisters(said.useFacets, at, hash));
    use.isChanged = true;
    run.datasets.set(useKey, use);
  }
}

const DECLARING = ['lineage', 'columnLineage'] as const;

function changeOf<Item>(changes: Map<Item, Change>, item: Item): Change {
  const known = changes.get(item);
  if (known !== undefined) return known;
  const fresh = { facets: new Set<string>() };
  changes.set(item, fresh);
  return fresh;
}

function need<Item>(item: Item | undefined, kind: string, key: string): Item {
  if (item === undefined) throw new Error(`The ${kind} ${key} was not loaded`);
  return item;
}

function inlineRegisters<Value>(values: Readonly<Record<string, Value>>, at: number, hash: string): Registers<Value> {
  const entries = Object.entries(values).map(([name, value]) => [name, [at, hash, value] as Register<Value>] as const);
  return Object.fromEntries(entries);
}

/** What the `jobType` facet says, else what the producer's address tells. */
function integrationSaid(facets: Facets, producer: string): string | null {
  const said = facets['jobType']?.['integration'];
  return typeof said === 'string' && said.trim() !== '' ? said.trim().toUpperCase() : integrationOf(producer);
}
