import type { EntityManager } from 'typeorm';
import {
  currentVersions,
  fetchFacets,
  isDropped,
  type DatasetRecord,
  type EventWorld,
  type JobIo,
  type JobRecord,
  type Sightings,
} from '../pipelines';
import { DATASET_FACETS, datasetKey, datasetStatement, JOB_FACETS, jobStatement } from './connectors/openlineage';
import type { Statement } from './metadata-patch';

/** A job about which something new is to be said. */
interface JobToSay {
  readonly job: JobRecord;
  readonly io: JobIo | null;
}

/** What a batch of events showed of jobs. */
export interface SettledJobs {
  readonly told: readonly JobToSay[];
  /** Jobs whose edges must be dated anew: they read or write something else now, or news of their past came in. */
  readonly undated: readonly JobRecord[];
}

/**
 * Settles what jobs read and write now. Gives those about which the catalog must be told: new ones, and those that
 * describe themselves or what they read and write otherwise than before.
 *
 * `seen`: jobs that were seen with something in this batch.
 */
export async function settleJobs(tx: EntityManager, world: EventWorld, seen: Sightings): Promise<SettledJobs> {
  const changed = [...world.changedJobs];
  const inWords = changed.filter(([job, { facets }]) => job.isNew || JOB_FACETS.some((name) => facets.has(name)));
  const told = new Set(inWords.map(([job]) => job));
  const byId = new Map([...world.records.jobs.values()].map((job) => [job.id, job]));
  const wanted = new Set([...seen.keys(), ...inWords.filter(([job]) => job.versionId !== null).map(([job]) => job.id)]);
  const io = new Map<JobRecord, JobIo>();
  const undated: JobRecord[] = [];
  for (const current of await currentVersions(tx, [...wanted])) {
    const job = byId.get(current.jobId);
    if (job === undefined) continue;
    if (job.versionId !== current.versionId) told.add(job);
    if (job.versionId !== current.versionId || isBackdated(job, seen)) undated.push(job);
    io.set(job, current.io);
    job.versionId = current.versionId;
    job.isObserved = current.isObserved;
    job.seenAt = current.at;
  }
  return { told: [...told].map((job) => ({ job, io: io.get(job) ?? null })), undated };
}

const isBackdated = ({ id, seenAt }: JobRecord, seen: Sightings): boolean =>
  seenAt !== null && (seen.get(id) ?? Infinity) < seenAt.getTime() * 1000;

/** `removals` come after what is said: what is new and gone was there. */
export interface ToSay {
  readonly statements: readonly Statement[];
  readonly removals: readonly Statement[];
}

/** What the catalog is to be told: datasets that are new or described otherwise than before, and the jobs. */
export async function statementsOf(tx: EntityManager, world: EventWorld, jobs: readonly JobToSay[]): Promise<ToSay> {
  const datasets = [...world.changedDatasets]
    .filter(
      ([dataset, { facets }]) =>
        dataset.isNew || [...DATASET_FACETS, ...declaring(dataset)].some((name) => facets.has(name)),
    )
    .map(([dataset]) => dataset);
  await fetchFacets(tx, world.facets, [
    ...datasets.flatMap((dataset) => [
      ...digestsOf(dataset, DATASET_FACETS),
      ...declaring(dataset).flatMap((name) => dataset.fold.declared?.[name]?.[2] ?? []),
    ]),
    ...jobs.flatMap(({ job }) => digestsOf(job, JOB_FACETS)),
  ]);
  const standing = datasets.filter(({ fold, isNew }) => isNew || !isDropped(fold));
  return {
    statements: [
      ...standing.map((dataset) => sayDataset(dataset, world)),
      ...jobs.map(({ job, io }) =>
        jobStatement({ ...job, facets: world.facets.contentsOf(job.facets, JOB_FACETS), io }),
      ),
    ],
    removals: datasets.filter(({ fold }) => isDropped(fold)).map(removalOf),
  };
}

const digestsOf = ({ facets }: JobRecord | DatasetRecord, names: readonly string[]): string[] =>
  names.map((name) => facets[name]?.[2]).filter((digest) => digest !== undefined);

/** It is gone, and shows again as soon as somebody writes it. */
const removalOf = (dataset: DatasetRecord): Statement => ({
  kind: 'removal',
  key: datasetKey(dataset),
  reason: 'A job has dropped it',
});

/** Facets by which dataset events say where a dataset comes from. */
const declaring = ({ fold }: DatasetRecord): string[] => Object.keys(fold.declared ?? {});

function sayDataset(dataset: DatasetRecord, world: EventWorld): Statement {
  const [namespace, name] = dataset.fold.raw?.[2] ?? [dataset.namespace, dataset.name];
  const facets = world.facets.contentsOf(dataset.facets, DATASET_FACETS);
  const declared = world.facets.contentsOf(dataset.fold.declared ?? {});
  const spelt = { namespace, name };
  return datasetStatement({ namespace: dataset.namespace, name: dataset.name, spelt, facets, declared });
}
