import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalize, type NamespaceRegistry } from '../catalog';
import { DomainError } from '../shared/errors';
import type { Facet, Named } from '../shared/pipeline-event';
import { buildIo } from './domain/build-io';
import type { FacetReader } from './domain/facet-reader';
import type { Place } from './domain/job-io';
import type { JobRecord, RunRecord } from './domain/records';
import { endOf } from './domain/run-fold';
import { facetsSeen, ioOfRun, isEmpty, isWhole, seenIo, type SeenIo } from './domain/run-io';
import type { Declaration, EventWorld } from './event-world';
import type { FacetBook } from './facet-book';
import { readFacets } from './store/facets';
import { datasetPlaces } from './store/load-records';
import {
  addVersions,
  findVersions,
  versionKey,
  writeObservations,
  type Observation,
  type VersionKey,
} from './store/write-versions';

/** A job seen with what it reads and writes; the version's id is not known yet. */
interface Sighting extends VersionKey {
  readonly key: string;
  readonly atUs: number;
  readonly rank: 0 | 1 | 2;
  readonly seen: SeenIo;
  readonly run: RunRecord | null;
}

export interface Reading {
  readonly registry: NamespaceRegistry;
  readonly reader: FacetReader;
}

/** Earliest sighting of this batch by job id, in microseconds since 1970. */
export type Sightings = ReadonlyMap<string, number>;

const STREAMING: ReadonlySet<string> = new Set(['STREAMING', 'SERVICE']);

/** Notes what the changed runs and declarations show of their jobs. Returns when those jobs were seen, at the earliest. */
export async function deriveVersions(tx: EntityManager, world: EventWorld, reading: Reading): Promise<Sightings> {
  const sightings = [...sightingsOfRuns(world), ...world.declarations.flatMap(sightingOfDeclaration(world))];
  if (sightings.length === 0) return new Map();
  const ids = await findVersions(tx, sightings);
  const missing = new Map(sightings.filter((one) => !ids.has(versionKey(one))).map((one) => [versionKey(one), one]));
  for (const [key, id] of await addMissing(tx, [...missing.values()], world, reading)) ids.set(key, id);
  const observations = sightings.map((one): Observation => {
    const versionId = ids.get(versionKey(one)) ?? '';
    if (one.run !== null) one.run.versionId = versionId;
    const { jobId, key, atUs, rank } = one;
    return { jobId, key, atUs, rank, versionId };
  });
  await writeObservations(tx, observations);
  const earliest = new Map<string, number>();
  for (const { jobId, atUs } of sightings) earliest.set(jobId, Math.min(atUs, earliest.get(jobId) ?? atUs));
  return earliest;
}

/** The job that a run belongs to. */
export function jobOfRun(world: EventWorld, run: RunRecord): JobRecord | undefined {
  const key = run.fold.job?.[2] ?? run.fold.jobSaid?.[2];
  return key === undefined ? undefined : world.records.jobs.get(key);
}

function sightingsOfRuns(world: EventWorld): Sighting[] {
  return [...world.changedRuns].flatMap((run): Sighting[] => {
    const job = jobOfRun(world, run);
    if (job === undefined || (run.datasets.size === 0 && run.fold.lineage === undefined)) return [];
    const seen = ioOfRun(run, job.fold.facts?.isSnapshot ?? false);
    return isEmpty(seen) ? [] : [sightingOfRun(run, job, seen)];
  });
}

function sightingOfRun(run: RunRecord, job: JobRecord, seen: SeenIo): Sighting {
  const end = endOf(run.fold);
  const isStream = STREAMING.has(job.fold.facts?.processingType ?? '');
  const isPublished = end === null ? isStream : end[2] === 'COMPLETE';
  return {
    jobId: job.id,
    digest: digestOf(seen),
    key: run.publicId,
    atUs: (end ?? run.fold.last)?.[0] ?? 0,
    rank: isPublished ? rankOf(seen) : 0,
    seen,
    run,
  };
}

const rankOf = (seen: SeenIo): 1 | 2 => (isWhole(seen) ? 2 : 1);

const sightingOfDeclaration =
  (world: EventWorld) =>
  ({ job, placed, inputs, outputs }: Declaration): Sighting[] => {
    const digestsOf = (name: string): (readonly [string, string])[] =>
      placed.outputs.flatMap(({ said }, index) => {
        const facet = said.facets[name];
        return facet === undefined ? [] : [[outputs[index] ?? '', world.facets.digestOf(facet)] as const];
      });
    const own = placed.job?.said.facets['lineage'];
    const seen = seenIo(inputs, outputs, {
      columnLineage: digestsOf('columnLineage'),
      lineage: digestsOf('lineage'),
      job: own === undefined ? null : world.facets.digestOf(own),
    });
    if (isEmpty(seen)) return [];
    const { at, hash: key } = placed.event;
    return [{ jobId: job.id, digest: digestOf(seen), key, atUs: at, rank: rankOf(seen), seen, run: null }];
  };

const digestOf = (seen: SeenIo): string => hash('sha1', JSON.stringify(seen), 'hex').slice(0, 32);

async function addMissing(
  tx: EntityManager,
  sightings: readonly Sighting[],
  world: EventWorld,
  { registry, reader }: Reading,
): Promise<ReadonlyMap<string, string>> {
  const places = await placesOf(tx, world, sightings);
  await fetchFacets(
    tx,
    world.facets,
    sightings.flatMap(({ seen }) => facetsSeen(seen)),
  );
  const jobs = new Map([...world.records.jobs.values()].map((job) => [job.id, job]));
  const facet = <Said>(digest: string | undefined, read: (facet: Facet) => Said): Said | null => {
    const found = digest === undefined ? undefined : world.facets.get(digest);
    return found === undefined || found['_deleted'] === true ? null : read(found);
  };
  const versions = sightings.map(({ jobId, digest, seen }) => {
    const { namespace = '', name = '' } = jobs.get(jobId) ?? {};
    const io = buildIo(seen, {
      own: [namespace, name, 'JOB'],
      placeOf: (id) => places.get(id) ?? ['', ''],
      columnLineageOf: (output) => facet(seen.columnLineage[output], reader.columnLineage),
      lineageOf: (output) => facet(seen.lineage?.[output], reader.lineage),
      jobLineage: facet(seen.jobLineage, reader.lineage),
      canonical: (said, kind) => canonicalPlace(said, kind, registry),
    });
    return { jobId, digest, io };
  });
  return addVersions(tx, versions);
}

async function placesOf(
  tx: EntityManager,
  world: EventWorld,
  sightings: readonly Sighting[],
): Promise<ReadonlyMap<string, Place>> {
  const known = new Map([...world.records.datasets.values()].map((one) => [one.id, one]));
  const wanted = new Set(sightings.flatMap(({ seen }) => [...seen.inputs, ...seen.outputs]));
  const rest = await datasetPlaces(
    tx,
    [...wanted].filter((id) => !known.has(id)),
  );
  return new Map([...known, ...rest].map(([id, { namespace, name }]) => [id, [namespace, name] as const]));
}

/** Makes contents that this batch did not bring available in the book. */
export async function fetchFacets(tx: EntityManager, book: FacetBook, digests: readonly string[]): Promise<void> {
  const missing = [...new Set(digests)].filter((digest) => book.get(digest) === undefined);
  for (const [digest, facet] of await readFacets(tx, missing)) book.add(digest, facet);
}

function canonicalPlace(said: Named, kind: 'DATASET' | 'JOB', registry: NamespaceRegistry): Place | null {
  try {
    const quoting = kind === 'JOB' ? 'NONE' : 'UNKNOWN';
    const { namespace, name } = canonicalize({ ...said, quoting }, registry);
    return kind === 'JOB' ? [namespace, name, kind] : [namespace, name];
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
