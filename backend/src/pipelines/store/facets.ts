import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import type { Facet } from '../../shared/pipeline-event';

const BY_DIGEST = loadSql(__dirname, 'queries/facets-by-digest.sql');
const ADD = loadSql(__dirname, 'queries/add-facets.sql');

/** Contents of facets by digest. */
export async function readFacets(db: EntityManager, digests: readonly string[]): Promise<Map<string, Facet>> {
  if (digests.length === 0) return new Map();
  const rows = await db.query<{ digest: string; value: Facet }[]>(BY_DIGEST, [digests]);
  return new Map(rows.map(({ digest, value }) => [digest, value]));
}

/** Stores contents of facets; those that are there are left alone. */
export async function addFacets(
  tx: EntityManager,
  facets: readonly (readonly [digest: string, facet: Facet])[],
): Promise<void> {
  if (facets.length === 0) return;
  await tx.query(ADD, [facets.map(([digest]) => digest), facets.map(([, facet]) => JSON.stringify(facet))]);
}
