import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';

const EDGES = loadSql(__dirname, 'queries/date-edges.sql');
const COLUMN_EDGES = loadSql(__dirname, 'queries/date-column-edges.sql');

/** A time in which an edge held, by internal ids; microseconds since 1970, `to_us` null while it holds. */
export interface DatedEdge {
  readonly assertion_id: string;
  readonly upstream_id: string;
  readonly downstream_id: string;
  readonly job_id: string | null;
  readonly kind: string;
  readonly from_us: number;
  readonly to_us: number | null;
}

/** The same between columns: ids of assets, paths of columns. */
export interface DatedColumnEdge extends Omit<DatedEdge, 'job_id'> {
  readonly column: string;
  readonly to_column: string;
  readonly subtype: string;
  readonly masking: boolean;
}

/**
 * Dates the edges of assertions by their evidence: sets when current ones began and writes their past anew. Which edges
 * there are is not touched.
 */
export async function dateEdges(
  tx: EntityManager,
  assertionIds: readonly string[],
  { edges, columnEdges }: { readonly edges: readonly DatedEdge[]; readonly columnEdges: readonly DatedColumnEdge[] },
): Promise<void> {
  if (assertionIds.length === 0) return;
  await tx.query(EDGES, [assertionIds, JSON.stringify(edges)]);
  await tx.query(COLUMN_EDGES, [assertionIds, JSON.stringify(columnEdges)]);
}
