import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { actorKey, type Actor } from '../domain/actor';
import type { AuditEntry, AuditFilter, AuditProblem } from '../domain/audit-entry';

const LIST = loadSql(__dirname, 'queries/list-audit.sql');
const COUNT = loadSql(__dirname, 'queries/count-audit.sql');
const VERIFY = loadSql(__dirname, 'queries/verify-audit.sql');
const SEALED = loadSql(__dirname, 'queries/audit-sealed.sql');
const HEAD = loadSql(__dirname, 'queries/audit-head.sql');

/** What the audit log keeps of one deed. */
export interface AuditRecord {
  /** An actor or its key (`person:<uuid>`); `system` for what the service does by itself. */
  readonly actor: Pick<Actor, 'kind' | 'id' | 'requestId'> | 'system' | `${string}:${string}`;
  /** Thing and verb: `asset.merge`, `token.create`. */
  readonly action: string;
  /** Kind and id: `asset:<uuid>`, `person:<uuid>`. */
  readonly object: string;
  /** The state that was changed, without secrets or personal text; absent for something new. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly reason?: string | null;
  /** For a key alone; an actor brings its own. */
  readonly requestId?: string | null;
}

/**
 * Writes an audit entry in the transaction of the change itself: neither is there without the other. It becomes a link
 * of the chain when that commits.
 */
export async function recordAudit(tx: EntityManager, entry: AuditRecord): Promise<void> {
  const { actor } = entry;
  await tx.query(
    `insert into audit_entry (actor, action, object, before, after, reason, request_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      typeof actor === 'string' ? actor : actorKey(actor),
      entry.action,
      entry.object,
      entry.before ? JSON.stringify(entry.before) : null,
      entry.after ? JSON.stringify(entry.after) : null,
      entry.reason ?? null,
      entry.requestId ?? (typeof actor === 'string' ? null : (actor.requestId ?? null)),
    ],
  );
}

/** Until when the log is sealed by its chain, ISO 8601: now, unless something is not linked; null: never. */
export async function auditSealedAt(db: EntityManager): Promise<string | null> {
  const [row] = await db.query<{ sealed_at: Date | null }[]>(SEALED);
  return row?.sealed_at?.toISOString() ?? null;
}

/** Entries before a number, newest first. */
export function listAudit(
  db: EntityManager,
  filter: AuditFilter,
  before: string | null,
  count: number,
): Promise<AuditEntry[]> {
  return db.query<AuditEntry[]>(LIST, [selectionOf(filter), before, count]);
}

/** How many entries the filter lets through. */
export async function countAudit(db: EntityManager, filter: AuditFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, [selectionOf(filter)]);
  return row?.count ?? 0;
}

/** Where the chain is broken, at most 100 places; `witness`: a place and its hash that were kept elsewhere. */
export function findAuditProblems(
  db: EntityManager,
  witness: { readonly position: string; readonly hash: string } | null,
): Promise<AuditProblem[]> {
  return db.query<AuditProblem[]>(VERIFY, [witness?.position ?? null, witness?.hash ?? null, 100]);
}

/** Where the chain ends. */
export async function readAuditHead(
  db: EntityManager,
): Promise<{ readonly position: string; readonly hash: string; readonly entries: number }> {
  const [row] = await db.query<{ position: string; hash: string; entries: number }[]>(HEAD);
  return row ?? { position: '0', hash: '', entries: 0 };
}

function selectionOf({ object, actor, action, since, until }: AuditFilter): string {
  return JSON.stringify(
    { objects: some(object), actors: some(actor), actions: some(action), since, until },
    (_, value) => (value === null ? undefined : (value as unknown)),
  );
}

const some = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values && values.length > 0 ? values : undefined;
