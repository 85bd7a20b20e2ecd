import type { EntityManager } from 'typeorm';
import { runNamed } from './run-named';

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

interface StageState {
  readonly is_complete: boolean;
  readonly bytes: string;
}

/** A tenth of the usual sample tells how many rows there are and how they spread; a stage is looked at once or twice. */
const COARSE = 10;

/** Up to this size a table's rows are deleted: dead ones in it are cheaper than new files. */
const SMALL_BYTES = 256 * 1024;
const STATE = `select bool_and(to_regclass(name) is not null) as is_complete,
                      coalesce(max(pg_relation_size(to_regclass(name))), 0)::int8 as bytes
                 from unnest($1::text[]) as name`;

/**
 * Makes sure that the tables of the stages are there, and empty.
 *
 * They keep their rows at the end of a transaction: emptying 20 of them then, and by `truncate` before, replaced some
 * 60 files for every mutation of one asset, ten times the cost of all its other statements. New files are analyzed:
 * of a table about which nothing is known, the planner expects ten pages of rows.
 */
export async function openStages(tx: EntityManager, stages: readonly Stage[]): Promise<void> {
  const names = stages.flatMap((stage) => stage.names);
  const [state] = await runNamed<StageState>(tx, STATE, [names]);
  const bytes = Number(state?.bytes ?? 0);
  const isThere = state?.is_complete === true;
  if (!isThere) await tx.query(stages.flatMap(({ create }) => create).join(';'));
  if (bytes > 0) await tx.query(stages.map(({ sweep, replace }) => (bytes > SMALL_BYTES ? replace : sweep)).join(';'));
  if (!isThere || bytes > SMALL_BYTES) await tx.query(`analyze ${names.join(', ')}`);
}

/** Lets the planner see how much was staged; worth it from a few hundred rows on. Plans of all that reads it are made anew. */
export async function analyzeStage(tx: EntityManager, names: readonly string[]): Promise<void> {
  const analyze = `analyze ${names.join(', ')}`;
  await tx.query(
    `set local default_statistics_target = ${String(COARSE)}; ${analyze}; set local default_statistics_target to default`,
  );
}
