import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { Notice } from '../../domain/notification/notification';
import type { ViolationChange } from '../policy/write-findings';

const ANNOUNCE = loadSql(__dirname, 'queries/announce.sql');
const VIOLATIONS = loadSql(__dirname, 'queries/announce-violations.sql');
const EXPIRING = loadSql(__dirname, 'queries/announce-expiring.sql');
/** What follows from a grant or an acknowledgement is not news. */
const NEWS: ReadonlySet<string> = new Set(['OPENED', 'REOPENED', 'UNWAIVED', 'RESOLVED']);

/** Puts a notice into the outboxes, in the transaction of what happened: neither is there without the other. */
export async function announce(tx: EntityManager, notice: Notice): Promise<void> {
  await tx.query(ANNOUNCE, [JSON.stringify([notice])]);
}

/** The same of what an evaluation found. `named`: webhooks that policies name, by policy. */
export async function announceViolations(
  tx: EntityManager,
  changes: readonly ViolationChange[],
  named: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const news = changes.filter(({ change }) => NEWS.has(change)).map(({ id, change }) => ({ id, change }));
  if (news.length > 0) await tx.query(VIOLATIONS, [JSON.stringify(news), JSON.stringify(named)]);
}

/** Waivers that end within two weeks, each once. */
export async function announceExpiring(db: EntityManager): Promise<void> {
  await db.query(EXPIRING);
}
