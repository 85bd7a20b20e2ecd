import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';

const CLAIM = loadSql(__dirname, 'queries/claim-evaluation.sql');
const FINISH = loadSql(__dirname, 'queries/finish-evaluation.sql');
/** One backend evaluates everything at a time. */
const RUN_LOCK = 7_261_940_321;

export interface DueEvaluation {
  readonly wanted: string;
  readonly is_changed: boolean;
}

export interface EvaluationCounts {
  readonly assets: number;
  readonly opened: number;
  readonly reopened: number;
  readonly resolved: number;
  readonly waived: number;
  readonly unknown: number;
}

/** What is due; null when everything is current. */
export async function dueEvaluation(db: EntityManager): Promise<DueEvaluation | null> {
  const [row] = await db.query<DueEvaluation[]>(CLAIM);
  return row ?? null;
}

/** True for one transaction at a time: it may evaluate everything until it ends, idle itself for as long as that takes. */
export async function tryLockRun(tx: EntityManager): Promise<boolean> {
  await tx.query("select set_config('idle_in_transaction_session_timeout', '0', true)");
  const [row] = await tx.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock($1) as held', [RUN_LOCK]);
  return row?.held === true;
}

/** The policies in force are others than before: everything is to be evaluated anew. */
export async function wantEvaluation(tx: EntityManager): Promise<void> {
  await tx.query('update policy_state set wanted = wanted + 1');
}

/** Notes a finished evaluation of everything. */
export async function finishEvaluation(
  tx: EntityManager,
  run: { wanted: string; trigger: 'POLICY' | 'NIGHTLY' | 'MANUAL'; startedAt: Date; counts: EvaluationCounts },
): Promise<void> {
  await tx.query(FINISH, [run.wanted, run.trigger, run.startedAt, JSON.stringify(run.counts)]);
}
