import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import type { PlaceName } from './load-records';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const ADD_JOBS = query('add-jobs');
const JOBS = query('write-jobs');
const DATASETS = query('write-datasets');
const RUNS = query('write-runs');
const RUN_DATASETS = query('write-run-datasets');
const EVENTS = query('add-events');
const ASSETS = query('assets-by-name');
const TIE = query('tie-assets');

const writeRows = async (tx: EntityManager, sql: string, rows: readonly object[]): Promise<void> => {
  if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows)]);
};

/** Makes jobs that are new, known by their name alone as yet. */
export async function addJobs(
  tx: EntityManager,
  jobs: readonly (PlaceName & { readonly id: string })[],
): Promise<void> {
  if (jobs.length === 0) return;
  const parameters = [jobs.map(({ id }) => id), jobs.map((job) => job.namespace), jobs.map((job) => job.name)];
  await tx.query(ADD_JOBS, parameters);
}

/** Rows as `write-jobs.sql` takes them; each id once. */
export const writeJobs = (tx: EntityManager, rows: readonly object[]): Promise<void> => writeRows(tx, JOBS, rows);
/** Rows as `write-datasets.sql` takes them; each id once. */
export const writeDatasets = (tx: EntityManager, rows: readonly object[]): Promise<void> =>
  writeRows(tx, DATASETS, rows);
/** Rows as `write-runs.sql` takes them; each id once. */
export const writeRuns = (tx: EntityManager, rows: readonly object[]): Promise<void> => writeRows(tx, RUNS, rows);
/** Rows as `write-run-datasets.sql` takes them; each once. */
export const writeRunDatasets = (tx: EntityManager, rows: readonly object[]): Promise<void> =>
  writeRows(tx, RUN_DATASETS, rows);
/** Rows as `add-events.sql` takes them; each hash once. */
export const addEvents = (tx: EntityManager, rows: readonly object[]): Promise<void> => writeRows(tx, EVENTS, rows);

/** Ties jobs and datasets to the assets that their names stand for now, after spellings have moved to these assets. */
export async function tiePipelines(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  await tx.query(TIE, [assetIds]);
}

/** A job and a dataset may have one name. */
export interface KindOfPlace extends PlaceName {
  readonly isJob: boolean;
}

/** Internal ids of the assets that these canonical names stand for, in their order; null where there is none. */
export async function assetsByName(tx: EntityManager, names: readonly KindOfPlace[]): Promise<(string | null)[]> {
  if (names.length === 0) return [];
  const parameters = [
    names.map(({ namespace }) => namespace),
    names.map(({ name }) => name),
    names.map(({ isJob }) => isJob),
  ];
  const rows = await tx.query<{ place: number; asset_id: string }[]>(ASSETS, parameters);
  const found = new Map(rows.map(({ place, asset_id }) => [place, asset_id]));
  return names.map((_, index) => found.get(index + 1) ?? null);
}
