import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import type { Facet } from '../../shared/pipeline-event';
import type {
  DatasetFold,
  DatasetRecord,
  Direction,
  JobFold,
  JobRecord,
  RunDatasetRecord,
  RunRecord,
} from '../domain/records';
import type { Registers } from '../domain/register';
import type { RunFold } from '../domain/run-fold';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const HASHES = query('known-hashes');
const JOBS = query('load-jobs');
const DATASETS = query('load-datasets');
const RUNS = query('load-runs');
const RUN_DATASETS = query('load-run-datasets');
const ALLOCATE = query('allocate-ids');
const PLACES = query('dataset-places');

export interface PlaceName {
  readonly namespace: string;
  readonly name: string;
}

interface JobRow extends PlaceName {
  id: string;
  asset_id: string | null;
  parent_id: string | null;
  version_id: string | null;
  is_observed: boolean;
  seen_at: Date | null;
  facets: Registers<string>;
  fold: JobFold;
}

interface DatasetRow extends PlaceName {
  id: string;
  asset_id: string | null;
  facets: Registers<string>;
  fold: DatasetFold;
}

interface RunRow {
  id: string;
  public_id: string;
  job_id: string;
  parent_id: string | null;
  root_id: string | null;
  version_id: string | null;
  event_count: number;
  facets: Registers<Facet>;
  fold: RunFold;
}

interface RunDatasetRow {
  run_id: string;
  dataset_id: string;
  direction: Direction;
  last_us: string;
  last_hash: string;
  facets: Registers<string>;
  use_facets: Registers<Facet>;
}

/** Hashes of events that have been folded already. */
export async function knownHashes(tx: EntityManager, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ hash: string }[]>(HASHES, [hashes]);
  return new Set(rows.map(({ hash }) => hash));
}

const columns = (names: readonly PlaceName[]): [string[], string[]] => [
  names.map(({ namespace }) => namespace),
  names.map(({ name }) => name),
];

/** Jobs of these names that are known. */
export async function loadJobs(tx: EntityManager, names: readonly PlaceName[]): Promise<JobRecord[]> {
  const rows = await tx.query<JobRow[]>(JOBS, columns(names));
  return rows.map((row) => ({
    id: row.id,
    namespace: row.namespace,
    name: row.name,
    isNew: false,
    assetId: row.asset_id,
    parentId: row.parent_id,
    versionId: row.version_id,
    isObserved: row.is_observed,
    seenAt: row.seen_at,
    facets: row.facets,
    fold: row.fold,
  }));
}

/** Datasets of these names that are known. */
export async function loadDatasets(tx: EntityManager, names: readonly PlaceName[]): Promise<DatasetRecord[]> {
  const rows = await tx.query<DatasetRow[]>(DATASETS, columns(names));
  return rows.map(({ asset_id: assetId, ...row }) => ({ ...row, isNew: false, assetId }));
}

/** Runs of these UUIDs that are known, with what they read and wrote. */
export async function loadRuns(tx: EntityManager, publicIds: readonly string[]): Promise<RunRecord[]> {
  const rows = await tx.query<RunRow[]>(RUNS, [publicIds]);
  const runs = rows.map((row): RunRecord => ({
    id: row.id,
    publicId: row.public_id,
    isNew: false,
    jobId: row.job_id,
    parentId: row.parent_id,
    rootId: row.root_id,
    versionId: row.version_id,
    eventCount: row.event_count,
    facets: row.facets,
    fold: row.fold,
    datasets: new Map<string, RunDatasetRecord>(),
  }));
  const byId = new Map(runs.map((run) => [run.id, run]));
  const used = rows.length === 0 ? [] : await tx.query<RunDatasetRow[]>(RUN_DATASETS, [[...byId.keys()]]);
  for (const row of used) {
    byId.get(row.run_id)?.datasets.set(`${row.direction} ${row.dataset_id}`, {
      datasetId: row.dataset_id,
      direction: row.direction,
      fold: { last: [Number(row.last_us), row.last_hash, null], facets: row.facets },
      useFacets: row.use_facets,
      isChanged: false,
    });
  }
  return runs;
}

/** Ids for rows that are about to be made, by kind. */
export async function allocateIds(
  tx: EntityManager,
  wanted: { readonly jobs: number; readonly datasets: number; readonly runs: number },
): Promise<{ readonly jobs: string[]; readonly datasets: string[]; readonly runs: string[] }> {
  const rows = await tx.query<{ kind: string; id: string }[]>(ALLOCATE, [wanted.jobs, wanted.datasets, wanted.runs]);
  const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { jobs: of('job'), datasets: of('dataset'), runs: of('run') };
}

/** Canonical names by dataset id. */
export async function datasetPlaces(tx: EntityManager, ids: readonly string[]): Promise<Map<string, PlaceName>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<(PlaceName & { id: string })[]>(PLACES, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
