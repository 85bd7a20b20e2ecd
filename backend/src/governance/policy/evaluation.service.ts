import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { auditSealedAt, recordAudit } from '../../access';
import { allowLongStatements } from '../../database';
import { evaluate, type Circumstances } from '../domain/policy/evaluate';
import type { PolicyResult } from '../domain/policy/finding';
import { readActiveWaivers } from '../store/policy/read-rules';
import { announceViolations } from '../store/notification/outbox';
import { nextAssets, readSubjects, withDownstream } from '../store/policy/read-subjects';
import {
  dueEvaluation,
  finishEvaluation,
  tryLockRun,
  type DueEvaluation,
  type EvaluationCounts,
} from '../store/policy/evaluation-state';
import { lockEvaluation, syncGaps, syncViolations, type AssetResult } from '../store/policy/write-findings';
import { loadActivePolicies, rulesetOf, type Ruleset } from './policy-set';

/** Assets read and evaluated at a time. */
const BATCH = 2_000;
const NOTHING: EvaluationCounts = { assets: 0, opened: 0, reopened: 0, resolved: 0, waived: 0, unknown: 0 };

/** Keeps violations current: after changes of the catalog, after changes of policies, and every night. */
@Injectable()
export class EvaluationService {
  constructor(private readonly db: DataSource) {}

  /**
   * Evaluates assets that changed, and those they feed directly, in the caller's transaction.
   *
   * Recomputes from the state it finds: doing it twice changes nothing the second time.
   */
  async evaluateChanged(tx: EntityManager, assetIds: readonly string[]): Promise<EvaluationCounts> {
    const ruleset = rulesetOf(await loadActivePolicies(tx));
    const ids = await withDownstream(tx, assetIds);
    await lockEvaluation(tx);
    const counts = await this.inBatches(ids, (batch) => this.evaluateBatch(tx, ruleset, batch));
    await audit(tx, 'CHANGE', counts);
    return counts;
  }

  /** What the policies in force make of one asset; nothing is written. Internal id. */
  async resultsOf(assetId: string): Promise<readonly PolicyResult[]> {
    const ruleset = rulesetOf(await loadActivePolicies(this.db.manager));
    const [found] = await this.evaluateSubjects(this.db.manager, ruleset, [assetId]);
    return found?.results ?? [];
  }

  /**
   * Evaluates everything when policies changed or a day has passed, in transactions of 2,000 assets.
   *
   * @returns what changed; null when nothing was due or another backend is at it
   */
  async evaluateIfDue(): Promise<EvaluationCounts | null> {
    const due = await dueEvaluation(this.db.manager);
    return due && this.evaluateAll(due, due.is_changed ? 'POLICY' : 'NIGHTLY');
  }

  private evaluateAll(due: DueEvaluation, trigger: 'POLICY' | 'NIGHTLY'): Promise<EvaluationCounts | null> {
    return this.db.transaction(async (holder) => {
      if (!(await tryLockRun(holder))) return null;
      const startedAt = new Date();
      const ruleset = rulesetOf(await loadActivePolicies(holder));
      const counts = await this.evaluatePages(ruleset);
      await finishEvaluation(holder, { wanted: due.wanted, trigger, startedAt, counts });
      await audit(holder, trigger, counts);
      return counts;
    });
  }

  private async evaluatePages(ruleset: Ruleset): Promise<EvaluationCounts> {
    let counts = NOTHING;
    for (let after = '0'; ;) {
      const page = { after, filters: ruleset.filters, count: BATCH, withFound: true };
      const ids = await nextAssets(this.db.manager, page);
      if (ids.length > 0) counts = sum(counts, await this.evaluatePage(ruleset, ids));
      after = ids.at(-1) ?? after;
      if (ids.length < BATCH) return counts;
    }
  }

  private evaluatePage(ruleset: Ruleset, ids: readonly string[]): Promise<EvaluationCounts> {
    return this.db.transaction(async (tx) => {
      await allowLongStatements(tx);
      await lockEvaluation(tx);
      return this.evaluateBatch(tx, ruleset, ids);
    });
  }

  private async inBatches(
    ids: readonly string[],
    work: (batch: readonly string[]) => Promise<EvaluationCounts>,
  ): Promise<EvaluationCounts> {
    let counts = NOTHING;
    for (let start = 0; start < ids.length; start += BATCH) {
      counts = sum(counts, await work(ids.slice(start, start + BATCH)));
    }
    return counts;
  }

  private async evaluateBatch(tx: EntityManager, ruleset: Ruleset, ids: readonly string[]): Promise<EvaluationCounts> {
    const found = await this.evaluateSubjects(tx, ruleset, ids);
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

  private async evaluateSubjects(
    db: EntityManager,
    ruleset: Ruleset,
    ids: readonly string[],
  ): Promise<{ assetId: string; results: readonly PolicyResult[] }[]> {
    const subjects = await readSubjects(db, ids, ruleset.wanted);
    const circumstances = await circumstancesNow(db);
    return subjects.map((subject) => ({ assetId: subject.id, results: evaluate(ruleset.set, subject, circumstances) }));
  }
}

/** Waivers, time and the service's own evidence, as of now. */
export async function circumstancesNow(db: EntityManager): Promise<Circumstances> {
  const waivers = await readActiveWaivers(db);
  return { waivers, now: Date.now(), system: { auditSealedAt: await auditSealedAt(db) } };
}

const sum = (left: EvaluationCounts, right: EvaluationCounts): EvaluationCounts => ({
  assets: left.assets + right.assets,
  opened: left.opened + right.opened,
  reopened: left.reopened + right.reopened,
  resolved: left.resolved + right.resolved,
  waived: left.waived + right.waived,
  unknown: left.unknown + right.unknown,
});

async function audit(
  tx: EntityManager,
  trigger: string,
  { unknown, assets, ...counts }: EvaluationCounts,
): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return;
  const after = { trigger, assets, unknown, ...counts };
  await recordAudit(tx, { actor: 'system', action: 'violation.evaluate', object: 'violation:*', after });
}
