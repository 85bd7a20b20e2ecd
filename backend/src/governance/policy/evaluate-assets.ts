import type { EntityManager } from 'typeorm';
import { auditSealedAt, recordAudit } from '../../access';
import { evaluate, type Circumstances } from '../domain/policy/evaluate';
import type { PolicyResult } from '../domain/policy/finding';
import { announceViolations } from '../store/notification/outbox';
import type { EvaluationCounts } from '../store/policy/evaluation-state';
import { readActiveWaivers } from '../store/policy/read-rules';
import { readSubjects, withDownstream } from '../store/policy/read-subjects';
import { lockEvaluation, syncGaps, syncViolations, type AssetResult } from '../store/policy/write-findings';
import { loadActivePolicies, rulesetOf, type Ruleset } from './policy-set';

/** Assets read and evaluated at a time. */
export const EVALUATION_BATCH = 2_000;

/** Nothing was looked at. */
export const NOTHING_EVALUATED: EvaluationCounts = {
  ...{ assets: 0, opened: 0, reopened: 0, resolved: 0, waived: 0, unknown: 0 },
};

/**
 * Evaluates assets that changed, and those they feed directly, in the caller's transaction.
 *
 * Recomputes from the state it finds: doing it twice changes nothing the second time.
 */
export async function evaluateChanged(tx: EntityManager, assetIds: readonly string[]): Promise<EvaluationCounts> {
  const ruleset = rulesetOf(await loadActivePolicies(tx));
  const ids = await withDownstream(tx, assetIds);
  await lockEvaluation(tx);
  let counts = NOTHING_EVALUATED;
  for (let start = 0; start < ids.length; start += EVALUATION_BATCH) {
    counts = sumOf(counts, await evaluateBatch(tx, ruleset, ids.slice(start, start + EVALUATION_BATCH)));
  }
  await auditEvaluation(tx, 'CHANGE', counts);
  return counts;
}

/** Evaluates these assets and notes what differs from before, in the caller's transaction. */
export async function evaluateBatch(
  tx: EntityManager,
  ruleset: Ruleset,
  ids: readonly string[],
): Promise<EvaluationCounts> {
  const found = await evaluateSubjects(tx, ruleset, ids);
  const of = (...statuses: readonly string[]): AssetResult[] =>
    found.flatMap(({ assetId, results }) =>
      results.filter(({ status }) => statuses.includes(status)).map((result) => ({ assetId, result })),
    );
  const changes = await syncViolations(tx, ids, of('VIOLATION', 'WAIVED'));
  await announceViolations(tx, changes, ruleset.named);
  const unknown = await syncGaps(tx, ids, of('UNKNOWN'));
  const count = (kind: string): number => changes.filter(({ change }) => change === kind).length;
  return {
    assets: ids.length,
    opened: count('OPENED'),
    reopened: count('REOPENED') + count('UNWAIVED'),
    resolved: count('RESOLVED'),
    waived: count('WAIVED'),
    unknown,
  };
}

/** What policies make of these assets; nothing is written. */
export async function evaluateSubjects(
  db: EntityManager,
  ruleset: Ruleset,
  ids: readonly string[],
): Promise<{ assetId: string; results: readonly PolicyResult[] }[]> {
  const subjects = await readSubjects(db, ids, ruleset.wanted);
  const circumstances = await circumstancesNow(db);
  return subjects.map((subject) => ({ assetId: subject.id, results: evaluate(ruleset.set, subject, circumstances) }));
}

/** Waivers, time and the service's own evidence, as of now. */
export async function circumstancesNow(db: EntityManager): Promise<Circumstances> {
  const waivers = await readActiveWaivers(db);
  return { waivers, now: Date.now(), system: { auditSealedAt: await auditSealedAt(db) } };
}

/** Both together. */
export const sumOf = (left: EvaluationCounts, right: EvaluationCounts): EvaluationCounts => ({
  assets: left.assets + right.assets,
  opened: left.opened + right.opened,
  reopened: left.reopened + right.reopened,
  resolved: left.resolved + right.resolved,
  waived: left.waived + right.waived,
  unknown: left.unknown + right.unknown,
});

/** Notes an evaluation that changed something. */
export async function auditEvaluation(
  tx: EntityManager,
  trigger: string,
  { unknown, assets, ...counts }: EvaluationCounts,
): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return;
  const after = { trigger, assets, unknown, ...counts };
  await recordAudit(tx, { actor: 'system', action: 'violation.evaluate', object: 'violation:*', after });
}
