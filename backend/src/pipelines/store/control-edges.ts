import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';
import type { ControlEdge } from '../run';
import { grouped } from './grouped';

const REPLACE = loadSql(__dirname, 'queries/replace-control-edges.sql');
const OF_JOBS = loadSql(__dirname, 'queries/control-edges-of-jobs.sql');

/** What one job says, as `replace-control-edges.sql` takes it. */
export interface ControlRow {
  readonly said_by: string;
  readonly at_us: number;
  readonly edges: readonly {
    readonly upstream_id: string;
    readonly downstream_id: string;
    readonly dependency: string | null;
    readonly trigger_rule: string | null;
  }[];
}

/** Makes what jobs say of who waits for whom what they say now. */
export async function replaceControlEdges(tx: EntityManager, rows: readonly ControlRow[]): Promise<void> {
  if (rows.length > 0) await tx.query(REPLACE, [JSON.stringify(rows)]);
}

interface EdgeRow {
  readonly job_id: string;
  readonly upstream_id: string;
  readonly downstream_id: string;
  readonly dependency: string | null;
  readonly trigger_rule: string | null;
  readonly last_seen: Date;
}

/** Who waits for whom at jobs and among their parts, by job; in order of names. */
export async function controlEdgesOfJobs(
  db: EntityManager,
  jobIds: readonly string[],
  first: number,
): Promise<ReadonlyMap<string, readonly ControlEdge[]>> {
  const rows = await db.query<EdgeRow[]>(OF_JOBS, [jobIds, first]);
  return grouped(
    rows.map((row) => [
      row.job_id,
      {
        upstreamId: row.upstream_id,
        downstreamId: row.downstream_id,
        dependency: row.dependency,
        triggerRule: row.trigger_rule,
        lastSeenAt: row.last_seen,
      },
    ]),
  );
}
