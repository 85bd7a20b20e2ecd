import type { EntityManager } from 'typeorm';
import { stageRefs } from '../../catalog';
import {
  gateRules,
  stageResults,
  stageRules,
  stageRuleSubjects,
  type StagedResult,
  type StagedRule,
  type StagedRuleSubject,
} from '../../quality';
import type { ResultStatement, RuleStatement } from '../metadata-patch';
import { digest } from './digest-statement';
import type { KnownEvidence } from './known-evidence';
import { UnusableRef, type RefBook } from './ref-book';
import type { Report } from './report';

const MAX_KEY_BYTES = 2_000;

const whole = (value: number | undefined): number | null => (value === undefined ? null : Math.trunc(value));

function stagedResult(result: ResultStatement): StagedResult {
  const { value } = digest({
    rule_key: result.ruleKey,
    executed_at: result.executedAt.toISOString(),
    status: result.status,
    failed_records: whole(result.failedRecords),
    total_records: whole(result.totalRecords),
    message: result.message ?? null,
    duration_ms: result.durationMs ?? null,
  });
  return value;
}

/** Stages rules, those declared before in the same words excepted, and results. */
export class QualityStage {
  private readonly keys = new Set<string>();
  private nextNo = 1;
  private resultCount = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly refs: RefBook,
    private readonly report: Report,
    private readonly known: KnownEvidence,
  ) {}

  /** How many rules were new or changed, and how many results there are, so far. */
  get staged(): number {
    return this.nextNo - 1 + this.resultCount;
  }

  async addRules(rules: readonly RuleStatement[]): Promise<void> {
    if (this.known.areRulesOutdated) {
      for (const { key } of rules)
        this.report.note(key, 'Left out: a later document of its source says which rules there are');
      return;
    }
    const said = rules.filter((rule) => this.accept(rule)).map((rule) => digest(rule));
    if (said.length === 0) return;
    const keys = said.map(({ value }) => value.key);
    const hashes = said.map(({ hash }) => hash);
    const unchanged = await gateRules(this.tx, this.known.sourceId, keys, hashes);
    const staged: StagedRule[] = [];
    const subjects: StagedRuleSubject[] = [];
    for (const { value: rule, hash } of said) {
      if (unchanged.has(rule.key)) continue;
      staged.push(this.stagedRule(rule, hash));
      subjects.push(...this.subjectsOf(rule, this.nextNo));
      this.nextNo += 1;
    }
    await stageRefs(this.tx, this.refs.takeFresh());
    await stageRules(this.tx, staged);
    await stageRuleSubjects(this.tx, subjects);
  }

  async addResults(results: readonly ResultStatement[]): Promise<void> {
    this.report.counts.results += results.length;
    this.resultCount += results.length;
    await stageResults(this.tx, results.map(stagedResult));
  }

  private accept(rule: RuleStatement): boolean {
    this.report.counts.rules += 1;
    const isUsable = rule.key !== '' && Buffer.byteLength(rule.key) <= MAX_KEY_BYTES;
    if (!isUsable || this.keys.has(rule.key)) {
      this.report.refuse(
        rule.key.slice(0, 100),
        isUsable ? 'This rule is said more than once; the first one counts' : 'The key of a rule is empty or too long',
      );
      return false;
    }
    this.keys.add(rule.key);
    return true;
  }

  private stagedRule(rule: RuleStatement, hash: string): StagedRule {
    return {
      no: this.nextNo,
      key: rule.key,
      hash,
      column_path: rule.column ?? null,
      name: rule.name,
      type: rule.type,
      severity: rule.severity,
      parameters: rule.parameters,
      description: rule.description ?? null,
    };
  }

  private subjectsOf(rule: RuleStatement, ruleNo: number): StagedRuleSubject[] {
    return rule.subjects.flatMap((subject) => {
      try {
        return [{ rule_no: ruleNo, ref_no: this.refs.numberOf(subject, rule.key) }];
      } catch (error) {
        if (!(error instanceof UnusableRef)) throw error;
        this.report.note(rule.key, `A subject of the rule was left out: ${error.message}`);
        return [];
      }
    });
  }
}
