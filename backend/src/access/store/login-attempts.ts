import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';

const RECENT = loadSql(__dirname, 'queries/recent-attempts.sql');
const FORGET = loadSql(__dirname, 'queries/forget-attempts.sql');

export interface Attempts {
  readonly subject: string;
  readonly failures: number;
  readonly seconds_since_last: number;
}

/** The recent failures of each subject that has any; until the transaction ends nobody else counts or adds to them. */
export async function lockAttempts(tx: EntityManager, subjects: readonly string[]): Promise<Attempts[]> {
  for (const subject of [...subjects].sort()) {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
  }
  return tx.query<Attempts[]>(RECENT, [subjects]);
}

/** Notes a try before its outcome is known: of many at once, each counts. */
export async function insertAttempts(tx: EntityManager, subjects: readonly string[]): Promise<void> {
  await tx.query('insert into login_attempt (subject, at) select unnest($1::text[]), clock_timestamp()', [subjects]);
}

/** Takes a try back that turned out well, and the account's earlier failures with it. */
export async function forgetAttempts(tx: EntityManager, account: string, address: string): Promise<void> {
  await tx.query(FORGET, [account, address]);
}
