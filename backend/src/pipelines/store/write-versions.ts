import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import type { Sighted } from '../domain/edge-spans';
import type { JobIo } from '../domain/job-io';
import { grouped } from './grouped';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const FIND = query('find-versions');
const ADD = query('add-versions');
const OBSERVE = query('write-observations');
const CURRENT = query('current-versions');
const SIGHTINGS = query('sightings-of-jobs');
const BY_ID = query('versions-by-id');

export interface VersionKey {
  readonly jobId: string;
  readonly digest: string;
}

export interface NewVersion extends VersionKey {
  readonly io: JobIo;
}

/** `rank` as in `job_observation`; `atUs` in microseconds since 1970. */
export interface Observation {
  readonly jobId: string;
  readonly key: string;
  readonly atUs: number;
  readonly versionId: string;
  readonly rank: 0 | 1 | 2;
}

export interface CurrentVersion {
  readonly jobId: string;
  readonly versionId: string;
  readonly isObserved: boolean;
  readonly at: Date;
  readonly io: JobIo;
}

/** Tells versions apart. */
export const versionKey = ({ jobId, digest }: VersionKey): string => `${jobId} ${digest}`;

interface VersionRow {
  id: string;
  job_id: string;
  digest: string;
}

const byKey = (rows: readonly VersionRow[]): Map<string, string> =>
  new Map(rows.map((row) => [versionKey({ jobId: row.job_id, digest: row.digest }), row.id]));

/** Ids of those versions that are known, by `versionKey`. */
export async function findVersions(tx: EntityManager, wanted: readonly VersionKey[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const parameters = [wanted.map(({ jobId }) => jobId), wanted.map(({ digest }) => digest)];
  return byKey(await tx.query<VersionRow[]>(FIND, parameters));
}

/** Stores versions, each once; gives their ids by `versionKey`. */
export async function addVersions(tx: EntityManager, versions: readonly NewVersion[]): Promise<Map<string, string>> {
  if (versions.length === 0) return new Map();
  const rows = versions.map(({ jobId, digest, io }) => ({ job_id: jobId, digest, io }));
  return byKey(await tx.query<VersionRow[]>(ADD, [JSON.stringify(rows)]));
}

/** Notes when jobs were seen with which version; each key once. */
export async function writeObservations(tx: EntityManager, observations: readonly Observation[]): Promise<void> {
  if (observations.length === 0) return;
  const rows = observations.map(({ jobId, key, atUs, versionId, rank }) => ({
    job_id: jobId,
    key,
    at_us: atUs,
    version_id: versionId,
    rank,
  }));
  await tx.query(OBSERVE, [JSON.stringify(rows)]);
}

interface CurrentRow {
  job_id: string;
  version_id: string;
  is_observed: boolean;
  at: Date;
  io: JobIo;
}

/** What jobs read and write now; jobs that were never seen with anything are left out. */
export async function currentVersions(tx: EntityManager, jobIds: readonly string[]): Promise<CurrentVersion[]> {
  if (jobIds.length === 0) return [];
  const rows = await tx.query<CurrentRow[]>(CURRENT, [jobIds]);
  return rows.map((row) => ({
    jobId: row.job_id,
    versionId: row.version_id,
    isObserved: row.is_observed,
    at: row.at,
    io: row.io,
  }));
}

/** Sightings of one job that are looked at when its edges are dated. */
const MOST_SIGHTINGS = 2_000;

/** When jobs were seen with something else than before, in order of time, by job. */
export async function sightingsOfJobs(
  tx: EntityManager,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Sighted[]>> {
  if (jobIds.length === 0) return new Map();
  const rows = await tx.query<{ job_id: string; version_id: string; at_us: number }[]>(SIGHTINGS, [
    jobIds,
    MOST_SIGHTINGS,
  ]);
  const ids = [...new Set(rows.map((row) => row.version_id))];
  const versions = await tx.query<{ id: string; io: JobIo }[]>(BY_ID, [ids]);
  const ios = new Map(versions.map(({ id, io }) => [id, io]));
  return grouped(
    rows.flatMap(({ job_id, version_id, at_us }) => {
      const io = ios.get(version_id);
      return io === undefined ? [] : [[job_id, { atUs: at_us, io }] as const];
    }),
  );
}
