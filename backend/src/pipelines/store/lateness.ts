import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';

const STIR = loadSql(__dirname, 'queries/stir-jobs.sql');
const TAKE = loadSql(__dirname, 'queries/take-stirred-jobs.sql');
const KEEP = loadSql(__dirname, 'queries/keep-lateness.sql');

/** Notes, with the runs that are being written, that the rhythm of their jobs may have changed. */
export async function stirJobs(tx: EntityManager, jobIds: readonly string[]): Promise<void> {
  if (jobIds.length > 0) await tx.query(STIR, [jobIds]);
}

/**
 * Computes anew when stirred jobs are late. Returns how many.
 *
 * Two statements: the second sees the runs of whoever stirred a job before the first took it.
 */
export async function settleLateness(tx: EntityManager, limit: number): Promise<number> {
  const [taken] = await tx.query<[{ job_id: string }[], number]>(TAKE, [limit]);
  if (taken.length > 0) await tx.query(KEEP, [taken.map(({ job_id }) => job_id)]);
  return taken.length;
}
