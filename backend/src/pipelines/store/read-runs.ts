import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { grouped } from './grouped';
import type { Run, RunDataset, RunEvent, RunFilter, RunStatus } from '../run';

const LIST = loadSql(__dirname, 'queries/list-runs.sql');
const COUNT = loadSql(__dirname, 'queries/count-runs.sql');
const BY_ID = loadSql(__dirname, 'queries/runs-by-id.sql');
const FIND = loadSql(__dirname, 'queries/find-run.sql');
const OF_JOBS = loadSql(__dirname, 'queries/recent-runs-of-jobs.sql');
const OF_ASSETS = loadSql(__dirname, 'queries/runs-of-assets.sql');
const CHILDREN = loadSql(__dirname, 'queries/child-runs.sql');
const DATASETS = loadSql(__dirname, 'queries/datasets-of-runs.sql');
const EVENTS = loadSql(__dirname, 'queries/events-of-run.sql');

/** Where a page of runs or jobs ended: the start as text, `-infinity` for none, and the id. */
export interface StartPosition {
  readonly start: string;
  readonly id: string;
}

/** Runs that fit, latest start first. */
export async function listRuns(
  db: EntityManager,
  filter: RunFilter,
  staleAfter: string,
  after: StartPosition | null,
  limit: number,
): Promise<StartPosition[]> {
  const { states, jobId, from, to } = filter;
  const values = [states, jobId, from, to, staleAfter, after?.start ?? null, after?.id ?? null, limit];
  return db.query<StartPosition[]>(LIST, values);
}

/** Number of runs that fit. */
export async function countRuns(db: EntityManager, filter: RunFilter, staleAfter: string): Promise<number> {
  const { states, jobId, from, to } = filter;
  const [row] = await db.query<{ total: number }[]>(COUNT, [states, jobId, from, to, staleAfter]);
  return row?.total ?? 0;
}

interface RunRow {
  readonly id: string;
  readonly public_id: string;
  readonly job_id: string;
  readonly parent_id: string | null;
  readonly root_id: string | null;
  readonly state: RunStatus;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly nominal_start: Date | null;
  readonly nominal_end: Date | null;
  readonly last_event_at: Date | null;
  readonly attempt: number | null;
  readonly producer: string | null;
  readonly error: string | null;
  readonly error_stack: string | null;
  readonly rows_read: string | null;
  readonly rows_written: string | null;
  readonly bytes_written: string | null;
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** Runs by internal id; ids that are not there are left out. */
export async function readRuns(
  db: EntityManager,
  ids: readonly string[],
  staleAfter: string,
): Promise<ReadonlyMap<string, Run>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<RunRow[]>(BY_ID, [ids, staleAfter]);
  return new Map(rows.map((row) => [row.id, runOfRow(row)]));
}

function runOfRow(row: RunRow): Run {
  const { started_at: startedAt, ended_at: endedAt } = row;
  return {
    internalId: row.id,
    id: row.public_id,
    jobId: row.job_id,
    parentId: row.parent_id,
    rootId: row.root_id,
    state: row.state,
    startedAt,
    endedAt,
    durationMs: startedAt && endedAt ? Math.max(0, endedAt.getTime() - startedAt.getTime()) : null,
    nominalStart: row.nominal_start,
    nominalEnd: row.nominal_end,
    lastEventAt: row.last_event_at,
    attempt: row.attempt,
    producer: row.producer,
    error: row.error,
    errorStack: row.error_stack,
    rowsRead: numberOf(row.rows_read),
    rowsWritten: numberOf(row.rows_written),
    bytesWritten: numberOf(row.bytes_written),
    metrics: row.metrics,
  };
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Internal id of a run by the id that clients know; null when there is none. */
export async function findRun(db: EntityManager, publicId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(FIND, [publicId]);
  return row?.id ?? null;
}

/** Ids of the latest runs of jobs, by job. */
export async function recentRunsOfJobs(
  db: EntityManager,
  jobIds: readonly string[],
  first: number,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.query<{ job_id: string; run_id: string }[]>(OF_JOBS, [jobIds, first]);
  return grouped(rows.map(({ job_id, run_id }) => [job_id, run_id]));
}

/** Ids of the latest runs that touched assets, by asset. */
export async function runsOfAssets(
  db: EntityManager,
  assetIds: readonly string[],
  direction: 'INPUT' | 'OUTPUT' | null,
  first: number,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.query<{ asset_id: string; run_id: string }[]>(OF_ASSETS, [assetIds, direction, first]);
  return grouped(rows.map(({ asset_id, run_id }) => [asset_id, run_id]));
}

/** Ids of the runs that a run has started, earliest first. */
export async function childRuns(db: EntityManager, runId: string, limit: number): Promise<string[]> {
  return idsOf(await db.query<{ id: string }[]>(CHILDREN, [runId, limit]));
}

interface DatasetRow {
  readonly run_id: string;
  readonly dataset_id: string;
  readonly direction: 'INPUT' | 'OUTPUT';
  readonly namespace: string;
  readonly name: string;
  readonly asset_id: string | null;
  readonly row_count: string | null;
  readonly byte_count: string | null;
  readonly file_count: string | null;
  readonly version: string | null;
}

/** What runs read and wrote, by run. */
export async function datasetsOfRuns(
  db: EntityManager,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RunDataset[]>> {
  const rows = await db.query<DatasetRow[]>(DATASETS, [runIds]);
  return grouped(rows.map((row) => [row.run_id, datasetOfRow(row)]));
}

function datasetOfRow(row: DatasetRow): RunDataset {
  const { namespace, name, run_id: runId, dataset_id: datasetId, asset_id: assetId, direction, version } = row;
  const counts = [row.row_count, row.byte_count, row.file_count].map(numberOf);
  const [rowCount = null, byteCount = null, fileCount = null] = counts;
  return { runId, datasetId, namespace, name, assetId, direction, version, rowCount, byteCount, fileCount };
}

/** Events of a run, in order of event time. */
export async function eventsOfRun(db: EntityManager, runId: string, limit: number): Promise<RunEvent[]> {
  const rows = await db.query<(Omit<RunEvent, 'receivedAt'> & { received_at: Date })[]>(EVENTS, [runId, limit]);
  return rows.map(({ received_at: receivedAt, ...event }) => ({ ...event, receivedAt }));
}
