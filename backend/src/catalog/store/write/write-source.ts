import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';
import { DomainError } from '../../../shared/errors';

const FIND = loadSql(__dirname, 'queries/find-source.sql');
const ADD = loadSql(__dirname, 'queries/add-source.sql');
const NOTE = loadSql(__dirname, 'queries/note-complete.sql');

/** One number for all backends of a database. */
const WRITE_LOCK = 7_261_940_312;

export interface SourceIdentity {
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly label: string;
}

export interface KnownSource {
  readonly id: number;
  /** Evidence time of its last complete document, milliseconds since 1970; null when there was none. */
  readonly lastObservedAt: number | null;
}

/**
 * Makes this transaction the only one that writes the catalog, until it ends.
 *
 * One lock instead of thousands in some order: writers of the same assets can neither meet in a deadlock nor lose a
 * write. It is held for the writing alone; reading and staging a document happen before.
 *
 * @throws DomainError UNAVAILABLE when the wait outlasts the time limit on statements.
 */
export async function lockCatalogForWriting(tx: EntityManager): Promise<void> {
  try {
    await tx.query('select pg_advisory_xact_lock($1)', [WRITE_LOCK]);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new DomainError('UNAVAILABLE', 'The catalog is busy taking in a large document; try again in a moment');
  }
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';

/** Null when the source has never said anything. */
export async function findSource(tx: EntityManager, source: SourceIdentity): Promise<KnownSource | null> {
  const [row] = await runNamed<{ id: number; last_observed_at: Date | null }>(tx, FIND, [
    source.kind,
    source.name,
    source.scope,
  ]);
  return row ? { id: row.id, lastObservedAt: row.last_observed_at?.getTime() ?? null } : null;
}

/** Id of a source that was not there. */
export async function addSource(tx: EntityManager, source: SourceIdentity): Promise<number> {
  const [row] = await runNamed<{ id: number }>(tx, ADD, [source.kind, source.name, source.scope, source.label]);
  if (!row) throw new Error(`Source ${source.kind} ${source.name} could not be registered`);
  return row.id;
}

/** Remembers the evidence time of a complete document; writes nothing when it is known. */
export function noteComplete(tx: EntityManager, sourceId: number, observedAt: Date): Promise<number> {
  return countNamed(tx, NOTE, [sourceId, observedAt]);
}
