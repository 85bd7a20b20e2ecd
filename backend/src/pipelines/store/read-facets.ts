import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';

const OF_RUN = loadSql(__dirname, 'queries/facets-of-run.sql');
const OF_JOBS = loadSql(__dirname, 'queries/facets-of-jobs.sql');
const OF_ASSETS = loadSql(__dirname, 'queries/facets-of-assets.sql');
const OF_USE = loadSql(__dirname, 'queries/facets-of-use.sql');

/** Facets as sent, by name. */
export type NamedFacets = Readonly<Record<string, unknown>>;

interface FacetRow {
  readonly name: string;
  readonly facet: unknown;
}

const named = (rows: readonly FacetRow[]): NamedFacets =>
  Object.fromEntries(rows.map(({ name, facet }) => [name, facet]));

function namedBy<Row extends FacetRow>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, NamedFacets> {
  const found = new Map<string, Record<string, unknown>>();
  for (const row of rows) found.set(idOf(row), { ...found.get(idOf(row)), [row.name]: row.facet });
  return found;
}

/** What the events of a run say of it. */
export async function facetsOfRun(db: EntityManager, runId: string): Promise<NamedFacets> {
  return named(await db.query<FacetRow[]>(OF_RUN, [runId]));
}

/** What events say of jobs, by job; the last word counts. */
export async function facetsOfJobs(db: EntityManager, jobIds: readonly string[]): Promise<Map<string, NamedFacets>> {
  return namedBy(await db.query<(FacetRow & { job_id: string })[]>(OF_JOBS, [jobIds]), (row) => row.job_id);
}

/** What events say of assets, under whichever of their spellings, by asset; the last word counts. */
export async function facetsOfAssets(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<Map<string, NamedFacets>> {
  return namedBy(await db.query<(FacetRow & { asset_id: string })[]>(OF_ASSETS, [assetIds]), (row) => row.asset_id);
}

/** What the events of a run say of a dataset that it read or wrote. */
export async function facetsOfUse(
  db: EntityManager,
  { runId, direction, datasetId }: { readonly runId: string; readonly direction: string; readonly datasetId: string },
): Promise<NamedFacets> {
  return named(await db.query<FacetRow[]>(OF_USE, [runId, direction, datasetId]));
}
