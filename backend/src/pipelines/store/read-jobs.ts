import type { EntityManager } from 'typeorm';
import type { FacetValue } from '../../catalog';
import { loadSql } from '../../database';
import type { Job, JobFacets, JobFilter, JobHealth } from '../run';
import type { StartPosition } from './read-runs';

const LIST = loadSql(__dirname, 'queries/list-jobs.sql');
const COUNT = loadSql(__dirname, 'queries/count-jobs.sql');
const BY_ID = loadSql(__dirname, 'queries/jobs-by-id.sql');
const FIND = loadSql(__dirname, 'queries/find-job.sql');
const CHILDREN = loadSql(__dirname, 'queries/child-jobs.sql');
const OF_ASSETS = loadSql(__dirname, 'queries/jobs-of-assets.sql');
const HEALTH = loadSql(__dirname, 'queries/health-of-jobs.sql');

/** Jobs that fit, those that ran last first, with when that was. */
export function listJobs(
  db: EntityManager,
  filter: JobFilter,
  staleAfter: string,
  after: StartPosition | null,
  limit: number,
): Promise<StartPosition[]> {
  const position = [after?.start ?? null, after?.id ?? null];
  return db.query<StartPosition[]>(LIST, [...valuesOf(filter), staleAfter, ...position, limit]);
}

/** How many jobs fit, and by what they could be filtered. */
export async function countJobs(
  db: EntityManager,
  filter: JobFilter,
  staleAfter: string,
): Promise<JobFacets & { readonly total: number }> {
  type CountRow = FacetValue & { readonly field: string };
  const rows = await db.query<CountRow[]>(COUNT, [...valuesOf(filter), staleAfter]);
  const of = (field: string): FacetValue[] =>
    rows.filter((row) => row.field === field).map(({ value, count }) => ({ value, count }));
  const numberOf = (field: string): number => rows.find((row) => row.field === field)?.count ?? 0;
  return {
    total: numberOf('total'),
    lateCount: numberOf('late'),
    states: of('state'),
    integrations: of('integration'),
    namespaces: of('namespace'),
    owners: of('owner'),
  };
}

function valuesOf({ text, isTopLevel, states, integrations, namespaces, owners, isLate }: JobFilter): unknown[] {
  return [text.toLowerCase(), isTopLevel, states, integrations, namespaces, owners, isLate];
}

interface JobRow {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly asset_id: string | null;
  readonly parent_id: string | null;
  readonly processing_type: string | null;
  readonly integration: string | null;
  readonly job_type: string | null;
  readonly created_at: Date;
  readonly seen_at: Date | null;
}

/** Jobs by internal id; ids that are not there are left out. */
export async function readJobs(db: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Job>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<JobRow[]>(BY_ID, [ids]);
  return new Map(rows.map((row) => [row.id, jobOfRow(row)]));
}

function jobOfRow(row: JobRow): Job {
  return {
    internalId: row.id,
    namespace: row.namespace,
    name: row.name,
    assetId: row.asset_id,
    parentId: row.parent_id,
    processingType: row.processing_type,
    integration: row.integration,
    jobType: row.job_type,
    createdAt: row.created_at,
    lineageSeenAt: row.seen_at,
  };
}

/** Internal id of the job that an asset stands for, or that has a name; null when there is none. */
export async function findJob(
  db: EntityManager,
  by: { readonly assetId: string } | { readonly namespace: string; readonly name: string },
): Promise<string | null> {
  const values = 'assetId' in by ? [by.assetId, null, null] : [null, by.namespace, by.name];
  const [row] = await db.query<{ id: string }[]>(FIND, values);
  return row?.id ?? null;
}

/** Ids of the jobs that assets stand for, in order. */
export async function jobsOfAssets(db: EntityManager, assetIds: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(OF_ASSETS, [assetIds]);
  return rows.map(({ id }) => id);
}

/** Ids of the jobs that are part of a job, in order of name. */
export async function childJobs(db: EntityManager, jobId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(CHILDREN, [jobId, limit]);
  return rows.map(({ id }) => id);
}

interface HealthRow {
  readonly job_id: string;
  readonly runs: number;
  readonly failed: number;
  readonly ended: number;
  readonly median_seconds: number | null;
  readonly p95_seconds: number | null;
}

/** How the runs of jobs went over some days, by job; jobs without runs are left out. */
export async function healthOfJobs(
  db: EntityManager,
  jobIds: readonly string[],
  days: number,
): Promise<ReadonlyMap<string, JobHealth>> {
  const rows = await db.query<HealthRow[]>(HEALTH, [jobIds, days]);
  return new Map(
    rows.map(({ job_id, runs, failed, ended, median_seconds, p95_seconds }) => [
      job_id,
      {
        runs,
        failed,
        failureRate: ended === 0 ? null : failed / ended,
        medianSeconds: median_seconds,
        p95Seconds: p95_seconds,
      },
    ]),
  );
}
