import type { EntityManager } from 'typeorm';
import {
  currentVersions,
  fetchFacets,
  type DatasetRecord,
  type EventWorld,
  type JobIo,
  type JobRecord,
} from '../pipelines';
import { DATASET_FACETS, datasetStatement, JOB_FACETS, jobStatement } from './connectors/openlineage';
import type { Statement } from './metadata-patch';

/** A job about which something new is to be said. */
interface JobToSay {
  readonly job: JobRecord;
  readonly io: JobIo | null;
}

/**
 * Settles what jobs read and write now. Gives those about which the catalog must be told: new ones, and those that
 * describe themselves or what they read and write otherwise than before.
 *
 * `seen`: ids of jobs that were seen with something in this batch.
 */
export async function settleJobs(
  tx: EntityManager,
  world: EventWorld,
  seen: readonly string[],
): Promise<readonly JobToSay[]> {
  const changed = [...world.changedJobs];
  const inWords = changed.filter(([job, { facets }]) => job.isNew || JOB_FACETS.some((name) => facets.has(name)));
  const told = new Set(inWords.map(([job]) => job));
  const byId = new Map([...world.records.jobs.values()].map((job) => [job.id, job]));
  const wanted = new Set([...seen, ...inWords.filter(([job]) => job.versionId !== null).map(([job]) => job.id)]);
  const io = new Map<JobRecord, JobIo>();
  for (const current of await currentVersions(tx, [...wanted])) {
    const job = byId.get(current.jobId);
    if (job === undefined) continue;
    if (job.versionId !== current.versionId) told.add(job);
    io.set(job, current.io);
    job.versionId = current.versionId;
    job.isObserved = current.isObserved;
  }
  return [...told].map((job) => ({ job, io: io.get(job) ?? null }));
}

/** What the catalog is to be told: datasets that are new or described otherwise than before, and the jobs. */
export async function statementsOf(
  tx: EntityManager,
  world: EventWorld,
  jobs: readonly JobToSay[],
): Promise<Statement[]> {
  const datasets = [...world.changedDatasets]
    .filter(([dataset, { facets }]) => dataset.isNew || DATASET_FACETS.some((name) => facets.has(name)))
    .map(([dataset]) => dataset);
  await fetchFacets(tx, world.facets, [
    ...datasets.flatMap((dataset) => digestsOf(dataset, DATASET_FACETS)),
    ...jobs.flatMap(({ job }) => digestsOf(job, JOB_FACETS)),
  ]);
  return [
    ...datasets.map((dataset) => sayDataset(dataset, world)),
    ...jobs.map(({ job, io }) => jobStatement({ ...job, facets: world.facets.contentsOf(job.facets, JOB_FACETS), io })),
  ];
}

const digestsOf = ({ facets }: JobRecord | DatasetRecord, names: readonly string[]): string[] =>
  names.map((name) => facets[name]?.[2]).filter((digest) => digest !== undefined);

function sayDataset(dataset: DatasetRecord, world: EventWorld): Statement {
  const [namespace, name] = dataset.fold.raw?.[2] ?? [dataset.namespace, dataset.name];
  const facets = world.facets.contentsOf(dataset.facets, DATASET_FACETS);
  return datasetStatement({ namespace: dataset.namespace, name: dataset.name, spelt: { namespace, name }, facets });
}
