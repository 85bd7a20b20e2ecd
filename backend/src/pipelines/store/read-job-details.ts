import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { JobIo } from '../domain/job-io';
import type { AssetFreshness, DatasetName, JobDataset, JobRhythm, JobVersion } from '../job-detail';
import { grouped } from './grouped';

const RHYTHM = loadSql(__dirname, 'queries/rhythm-of-jobs.sql');
const DATASETS = loadSql(__dirname, 'queries/datasets-of-jobs.sql');
const VERSIONS = loadSql(__dirname, 'queries/versions-of-job.sql');
const FRESHNESS = loadSql(__dirname, 'queries/freshness-of-assets.sql');

interface RhythmRow {
  readonly usual_seconds: number | null;
  readonly expected_at: Date | null;
  readonly is_late: boolean;
}

const rhythmOf = (row: RhythmRow): JobRhythm => ({
  usualSeconds: row.usual_seconds,
  expectedAt: row.expected_at,
  isLate: row.is_late,
});

/** How often jobs start, by job; jobs that never did are left out. */
export async function rhythmOfJobs(
  db: EntityManager,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, JobRhythm>> {
  const rows = await db.query<(RhythmRow & { job_id: string })[]>(RHYTHM, [jobIds]);
  return new Map(rows.map((row) => [row.job_id, rhythmOf(row)]));
}

interface DatasetRow {
  readonly job_id: string;
  readonly direction: 'INPUT' | 'OUTPUT';
  readonly namespace: string;
  readonly name: string;
  readonly asset_id: string | null;
}

/** What jobs read and write now, by direction and job: `INPUT 17`. */
export async function datasetsOfJobs(
  db: EntityManager,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JobDataset[]>> {
  const rows = await db.query<DatasetRow[]>(DATASETS, [jobIds]);
  return grouped(
    rows.map(({ job_id, direction, namespace, name, asset_id: assetId }) => [
      `${direction} ${job_id}`,
      { namespace, name, assetId },
    ]),
  );
}

interface VersionRow {
  readonly id: string;
  readonly io: JobIo;
  readonly first_seen: Date;
  readonly last_seen: Date;
  readonly times: number;
  readonly is_current: boolean;
}

/** Versions of a job, the one seen last first. */
export async function versionsOfJob(db: EntityManager, jobId: string, limit: number): Promise<JobVersion[]> {
  const rows = await db.query<VersionRow[]>(VERSIONS, [jobId, limit]);
  return rows.map(({ id, io, times, ...row }) => ({
    id,
    times,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    isCurrent: row.is_current,
    inputs: namesAt(io, io.inputs),
    outputs: namesAt(io, io.outputs),
  }));
}

function namesAt({ places }: JobIo, positions: readonly number[]): DatasetName[] {
  return positions.flatMap((position) => {
    const [namespace, name] = places[position] ?? [];
    return namespace === undefined || name === undefined ? [] : [{ namespace, name }];
  });
}

interface FreshnessRow extends RhythmRow {
  readonly asset_id: string;
  readonly runs: number;
  readonly failed: number;
  readonly ended: number;
  readonly written_at: Date | null;
}

/** How current assets are, by asset; those that no run wrote are left out. */
export async function freshnessOfAssets(
  db: EntityManager,
  assetIds: readonly string[],
  days: number,
): Promise<ReadonlyMap<string, AssetFreshness>> {
  const rows = await db.query<FreshnessRow[]>(FRESHNESS, [assetIds, days]);
  return new Map(
    rows.map((row) => [
      row.asset_id,
      {
        ...rhythmOf(row),
        runs: row.runs,
        failed: row.failed,
        failureRate: row.ended === 0 ? null : row.failed / row.ended,
        writtenAt: row.written_at,
      },
    ]),
  );
}
