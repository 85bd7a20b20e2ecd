import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { EdgeStatement } from '../domain/fold-edges';
import { runPrepared, type PreparedQuery } from '../../catalog';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const AMONG = query('edges-among');
const AMONG_AS_OF = query('edges-among-as-of');
const DEGREES_AS_OF = query('degrees-as-of');

/** The same place in each list is the same statement; null lists when there is none. */
interface EdgeColumns {
  readonly upstream_ids: readonly number[] | null;
  readonly downstream_ids: readonly number[];
  readonly kinds: readonly string[];
  readonly job_ids: readonly (number | null)[];
  readonly sources: readonly string[];
  readonly transformations: readonly (string | null)[];
}

interface EdgeRow {
  readonly upstream_id: string;
  readonly downstream_id: string;
  readonly kind: 'DIRECT' | 'INDIRECT';
  readonly job_id: string | null;
  readonly source: string;
  readonly transformation: string | null;
}

/** What sources say about edges among `ids`, statements of one pair together; at a moment, or today (null). */
export async function readEdges(db: EntityManager, ids: readonly string[], at: Date | null): Promise<EdgeStatement[]> {
  return at === null ? readEdgesNow(db, ids) : readEdgesAsOf(db, ids, at);
}

async function readEdgesNow(db: EntityManager, ids: readonly string[]): Promise<EdgeStatement[]> {
  const [columns] = await runPrepared<EdgeColumns>(db, AMONG, [ids]);
  const upstreamIds = columns?.upstream_ids;
  if (!upstreamIds) return [];
  return upstreamIds.map((upstreamId, place) => ({
    upstreamId: String(upstreamId),
    downstreamId: String(columns.downstream_ids[place]),
    kind: columns.kinds[place] === 'DIRECT' ? 'DIRECT' : 'INDIRECT',
    jobId: textOf(columns.job_ids[place]),
    source: columns.sources[place] ?? '',
    transformation: columns.transformations[place] ?? null,
  }));
}

const textOf = (id: number | null | undefined): string | null => (typeof id === 'number' ? String(id) : null);

async function readEdgesAsOf(db: EntityManager, ids: readonly string[], at: Date): Promise<EdgeStatement[]> {
  const rows = await runPrepared<EdgeRow>(db, AMONG_AS_OF, [ids, at]);
  return rows.map((row) => ({
    upstreamId: row.upstream_id,
    downstreamId: row.downstream_id,
    kind: row.kind,
    jobId: row.job_id,
    source: row.source,
    transformation: row.transformation,
  }));
}

/** Numbers of distinct direct neighbours. */
export interface Degree {
  readonly upstreamCount: number;
  readonly downstreamCount: number;
}

/** Degrees that assets had at a moment, by internal id; today's are on the asset. */
export async function readDegreesAsOf(
  db: EntityManager,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, Degree>> {
  const rows = await runPrepared<{ id: string; upstream_count: number; downstream_count: number }>(db, DEGREES_AS_OF, [
    ids,
    at,
  ]);
  return new Map(
    rows.map((row) => [row.id, { upstreamCount: row.upstream_count, downstreamCount: row.downstream_count }]),
  );
}
