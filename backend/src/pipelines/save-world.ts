import type { EntityManager } from 'typeorm';
import type { FacetReader, UseFacts } from './domain/facet-reader';
import type { DatasetRecord, JobRecord, RunRecord } from './domain/records';
import { fetchFacets, jobOfRun } from './derive-versions';
import { valueIn } from './domain/register';
import type { EventWorld } from './event-world';
import { runRow, total, useFactsOf, useRow, type RunTotals } from './run-rows';
import type { PlacedEvent } from './place-events';
import { addFacets } from './store/facets';
import { stirJobs } from './store/lateness';
import { replaceControlEdges, type ControlRow } from './store/control-edges';
import {
  addEvents,
  assetsByName,
  writeDatasets,
  writeJobs,
  writeRunDatasets,
  writeRuns,
  type KindOfPlace,
} from './store/write-records';

/** An event on its way in: where its bytes are. */
export interface Arrival {
  readonly eventId: string;
  readonly receivedAt: string;
  readonly placed: PlacedEvent;
}

/** Stores what the fold changed; call when the catalog knows the assets. */
export async function saveWorld(
  tx: EntityManager,
  world: EventWorld,
  arrivals: readonly Arrival[],
  reader: FacetReader,
): Promise<void> {
  const jobs = [...world.changedJobs.keys()];
  const datasets = [...world.changedDatasets.keys()];
  await tieAssets(tx, jobs, datasets);
  await addFacets(tx, world.facets.unstored());
  await writeJobs(
    tx,
    jobs.map((job) => jobRow(job, world)),
  );
  await writeDatasets(tx, datasets.map(datasetRow));
  await replaceControlEdges(tx, controlRows(world));
  await saveRuns(tx, world, reader);
  await stirJobs(tx, stirredBy(world));
  await addEvents(
    tx,
    arrivals.map((arrival) => eventRow(arrival, world)),
  );
}

/** Jobs and datasets find their assets by name; those that have one keep it unless the name stands for another now. */
async function tieAssets(
  tx: EntityManager,
  jobs: readonly JobRecord[],
  datasets: readonly DatasetRecord[],
): Promise<void> {
  const found = await assetsByName(tx, [
    ...jobs.map((one) => named(one, true)),
    ...datasets.map((one) => named(one, false)),
  ]);
  [...jobs, ...datasets].forEach((record, index) => {
    record.assetId = found[index] ?? record.assetId;
  });
}

const named = ({ namespace, name }: JobRecord | DatasetRecord, isJob: boolean): KindOfPlace => ({
  namespace,
  name,
  isJob,
});

function jobRow(job: JobRecord, world: EventWorld): object {
  const { facts, integration, parent } = job.fold;
  const parentJob = world.records.jobs.get(valueIn(parent) ?? '');
  return {
    id: job.id,
    namespace: job.namespace,
    name: job.name,
    asset_id: job.assetId,
    parent_id: parentJob === undefined ? job.parentId : parentJob.id,
    processing_type: facts?.processingType ?? null,
    integration: valueIn(integration),
    job_type: facts?.jobType ?? null,
    version_id: job.versionId,
    is_observed: job.isObserved,
    seen_at: job.seenAt,
    facets: job.facets,
    fold: job.fold,
  };
}

const controlRows = (world: EventWorld): ControlRow[] =>
  [...world.changedControl].map(([job, { at, edges }]) => ({
    said_by: job.id,
    at_us: at,
    edges: edges.map(({ upstream, downstream, dependency, triggerRule }) => ({
      upstream_id: upstream.id,
      downstream_id: downstream.id,
      dependency,
      trigger_rule: triggerRule,
    })),
  }));

function datasetRow(dataset: DatasetRecord): object {
  const [namespace, name] = dataset.fold.raw?.[2] ?? [dataset.namespace, dataset.name];
  return {
    id: dataset.id,
    namespace: dataset.namespace,
    name: dataset.name,
    raw_namespace: namespace,
    raw_name: name,
    asset_id: dataset.assetId,
    facets: dataset.facets,
    fold: dataset.fold,
  };
}

/** Jobs whose runs came, changed or moved, and those that have become streams or no longer are. */
const stirredBy = (world: EventWorld): string[] => [
  ...[...world.changedJobs.keys()].map(({ id }) => id),
  ...[...world.changedRuns]
    .flatMap((run) => [run.jobId, jobOfRun(world, run)?.id])
    .filter((id) => typeof id === 'string'),
];

async function saveRuns(tx: EntityManager, world: EventWorld, reader: FacetReader): Promise<void> {
  const runs = [...world.changedRuns];
  await fetchFacets(tx, world.facets, runs.flatMap(digestsOfUses));
  const facts = new Map(runs.map((run) => [run, factsOf(run, world, reader)]));
  await writeRuns(
    tx,
    runs.map((run) => runRow(run, relationsOf(run, world), totalsOf(facts.get(run) ?? []), reader)),
  );
  const used = runs.flatMap((run) =>
    [...run.datasets.values()].map((use, index) => ({ run, use, facts: facts.get(run)?.[index] })),
  );
  const changed = used.filter(({ use }) => use.isChanged);
  await writeRunDatasets(
    tx,
    changed.map(({ run, use, facts: said }) => useRow(run, use, said?.facts ?? NOTHING)),
  );
}

/** Facets of datasets that say something about one run. */
const TOLD_BY = ['version', 'dataQualityMetrics'] as const;

const digestsOfUses = (run: RunRecord): string[] =>
  [...run.datasets.values()].flatMap(({ fold }) =>
    TOLD_BY.map((name) => fold.facets[name]?.[2]).filter((digest) => digest !== undefined),
  );

const NOTHING: UseFacts = { rowCount: null, byteCount: null, fileCount: null, version: null };

interface UseWithFacts {
  readonly direction: string;
  readonly facts: UseFacts;
}

function factsOf(run: RunRecord, world: EventWorld, reader: FacetReader): readonly UseWithFacts[] {
  return [...run.datasets.values()].map((use) => ({
    direction: use.direction,
    facts: useFactsOf(use, world.facets, reader),
  }));
}

function totalsOf(used: readonly UseWithFacts[]): RunTotals {
  const read = used.filter(({ direction }) => direction === 'INPUT').map(({ facts }) => facts);
  const written = used.filter(({ direction }) => direction === 'OUTPUT').map(({ facts }) => facts);
  return {
    rowsRead: total(read.map(({ rowCount }) => rowCount)),
    rowsWritten: total(written.map(({ rowCount }) => rowCount)),
    bytesWritten: total(written.map(({ byteCount }) => byteCount)),
  };
}

function relationsOf(
  run: RunRecord,
  world: EventWorld,
): { readonly jobId: string; readonly parentId: string | null; readonly rootId: string | null } {
  const other = (publicId: string | undefined): string | undefined =>
    publicId === undefined ? undefined : world.records.runs.get(publicId)?.id;
  return {
    jobId: jobOfRun(world, run)?.id ?? run.jobId ?? '',
    parentId: other(run.fold.parent?.[2]) ?? run.parentId,
    rootId: other(run.fold.root?.[2]) ?? run.rootId,
  };
}

function eventRow({ eventId, receivedAt, placed }: Arrival, { records }: EventWorld): object {
  const { event, job, notes } = placed;
  return {
    hash: event.hash,
    event_id: eventId,
    received_at: receivedAt,
    at_us: event.at,
    kind: event.kind,
    type: event.type,
    run_id: event.run === null ? null : records.runs.get(event.run.id)?.id,
    job_id: job === null ? null : records.jobs.get(job.key)?.id,
    producer: event.producer,
    notes: notes.length === 0 ? null : notes,
  };
}
