import type { EntityManager } from 'typeorm';

/** Temporary tables of a session that one patch after the other goes through. */
export interface Stage {
  /** `create temp table if not exists …` for each. */
  readonly create: readonly string[];
  readonly names: readonly string[];
  /** Empties all with `delete`. */
  readonly sweep: string;
  /** Empties all with `truncate`. */
  readonly replace: string;
}

/** Up to this size a table's rows are deleted: dead ones in it are cheaper than new files. */
const SMALL_BYTES = 256 * 1024;
const LARGEST =
  'select coalesce(max(pg_relation_size(name::regclass)), 0)::int8 as bytes from unnest($1::text[]) as name';

/**
 * Makes sure that the tables of a stage are there, and empty.
 *
 * They keep their rows at the end of a transaction: emptying 20 of them then, and by `truncate` before, replaced some
 * 60 files for every mutation of one asset, ten times the cost of all its other statements.
 */
export async function openStage(tx: EntityManager, stage: Stage): Promise<void> {
  await tx.query(stage.create.join(';'));
  const [largest] = await tx.query<{ bytes: string }[]>(LARGEST, [stage.names]);
  const bytes = Number(largest?.bytes ?? 0);
  if (bytes > 0) await tx.query(bytes > SMALL_BYTES ? stage.replace : stage.sweep);
}
