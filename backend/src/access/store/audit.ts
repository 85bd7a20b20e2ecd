import type { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../domain/actor';

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
