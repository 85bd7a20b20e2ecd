import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allowLongStatements } from '../../database';
import type { PolicyResult } from '../domain/policy/finding';
import {
  dueEvaluation,
  finishEvaluation,
  tryLockRun,
  type DueEvaluation,
  type EvaluationCounts,
} from '../store/policy/evaluation-state';
import { freshnessDue, nextAssets } from '../store/policy/read-subjects';
import { lockEvaluation } from '../store/policy/write-findings';
import {
  auditEvaluation,
  evaluateBatch,
  evaluateChanged,
  evaluateSubjects,
  EVALUATION_BATCH,
  NOTHING_EVALUATED,
  sumOf,
} from './evaluate-assets';
import { loadActivePolicies, rulesetOf, type Ruleset } from './policy-set';

/** Keeps violations current: after changes of the catalog, after changes of policies, and every night. */
@Injectable()
export class EvaluationService {
  constructor(private readonly db: DataSource) {}

  /** As the function of this name. */
  evaluateChanged(tx: EntityManager, assetIds: readonly string[]): Promise<EvaluationCounts> {
    return evaluateChanged(tx, assetIds);
  }

  /** What the policies in force make of one asset; nothing is written. Internal id. */
  async resultsOf(assetId: string): Promise<readonly PolicyResult[]> {
    const ruleset = rulesetOf(await loadActivePolicies(this.db.manager));
    const [found] = await evaluateSubjects(this.db.manager, ruleset, [assetId]);
    return found?.results ?? [];
  }

  /** Evaluates what was written since a moment, or has grown too old since then; nothing when no policy asks. */
  async evaluateFreshness(since: Date, now: Date): Promise<EvaluationCounts> {
    const policies = await loadActivePolicies(this.db.manager);
    const limits = policies.flatMap(({ mode, require }) =>
      mode === 'disabled' || require.freshness === undefined ? [] : [require.freshness.maxSeconds],
    );
    if (limits.length === 0) return NOTHING_EVALUATED;
    const ids = await freshnessDue(this.db.manager, since, now, [...new Set(limits)]);
    const ruleset = rulesetOf(policies);
    let counts = NOTHING_EVALUATED;
    for (let start = 0; start < ids.length; start += EVALUATION_BATCH) {
      counts = sumOf(counts, await this.evaluatePage(ruleset, ids.slice(start, start + EVALUATION_BATCH)));
    }
    await auditEvaluation(this.db.manager, 'FRESHNESS', counts);
    return counts;
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
      await auditEvaluation(holder, trigger, counts);
      return counts;
    });
  }

  private async evaluatePages(ruleset: Ruleset): Promise<EvaluationCounts> {
    let counts = NOTHING_EVALUATED;
    for (let after = '0'; ;) {
      const page = { after, filters: ruleset.filters, count: EVALUATION_BATCH, withFound: true };
      const ids = await nextAssets(this.db.manager, page);
      if (ids.length > 0) counts = sumOf(counts, await this.evaluatePage(ruleset, ids));
      after = ids.at(-1) ?? after;
      if (ids.length < EVALUATION_BATCH) return counts;
    }
  }

  private evaluatePage(ruleset: Ruleset, ids: readonly string[]): Promise<EvaluationCounts> {
    return this.db.transaction(async (tx) => {
      await allowLongStatements(tx);
      await lockEvaluation(tx);
      return evaluateBatch(tx, ruleset, ids);
    });
  }
}
