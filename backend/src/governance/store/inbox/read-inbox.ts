import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { GovernanceInbox } from '../../domain/inbox/inbox';

const INBOX = loadSql(__dirname, 'queries/governance-inbox.sql');

/** Whose inbox it is; `personId` null for a program. */
export interface InboxOwner {
  readonly actor: string;
  readonly personId: string | null;
  readonly owners: readonly string[];
  readonly may: readonly string[];
}

/** What waits for them. */
export async function readInbox(
  db: EntityManager,
  { actor, personId, owners, may }: InboxOwner,
): Promise<GovernanceInbox> {
  const [row] = await db.query<GovernanceInbox[]>(INBOX, [actor, personId, owners, may]);
  if (!row) throw new Error('An inbox has one row');
  return row;
}
