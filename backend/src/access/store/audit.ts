import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { actorKey, type Actor } from '../domain/actor';
import type { AuditEntry } from '../domain/audit-entry';

const LIST = loadSql(__dirname, 'queries/list-audit.sql');
const COUNT = loadSql(__dirname, 'queries/count-audit.sql');

/** What the audit log keeps of one deed. */
export interface AuditRecord {
  /** An actor or its key (`person:<uuid>`); `system` for what the service does by itself. */
  readonly actor: Pick<Actor, 'kind' | 'id'> | 'system' | `${string}:${string}`;
  /** Thing and verb: `asset.merge`, `token.create`. */
  readonly action: string;
  /** Kind and id: `asset:<uuid>`, `person:<uuid>`. */
  readonly object: string;
  /** The state that was changed, without secrets or personal text; absent for something new. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly reason?: string | null;
  readonly requestId?: string | null;
}

/** Writes an audit entry in the transaction of the change itself: neither is there without the other. */
export async function recordAudit(tx: EntityManager, entry: AuditRecord): Promise<void> {
  await tx.query(
    `insert into audit_entry (actor, action, object, before, after, reason, request_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      typeof entry.actor === 'string' ? entry.actor : actorKey(entry.actor),
      entry.action,
      entry.object,
      entry.before ? JSON.stringify(entry.before) : null,
      entry.after ? JSON.stringify(entry.after) : null,
      entry.reason ?? null,
      entry.requestId ?? null,
    ],
  );
}

/** Null: any. */
export interface AuditFilter {
  readonly object: string | null;
  readonly actor: string | null;
}

/** Entries before a number, newest first. */
export function listAudit(
  db: EntityManager,
  { object, actor }: AuditFilter,
  before: string | null,
  count: number,
): Promise<AuditEntry[]> {
  return db.query<AuditEntry[]>(LIST, [object, actor, before, count]);
}

/** How many entries the filter lets through. */
export async function countAudit(db: EntityManager, { object, actor }: AuditFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, [object, actor]);
  return row?.count ?? 0;
}
