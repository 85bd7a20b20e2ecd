import type { EntityManager } from 'typeorm';
import { analyzeStage, type Stage } from '../../../database/open-stage';
import { runNamed } from '../../../database/run-named';
import { copyRows, type CopyValue } from '../../../database/copy-rows';
import { loadSql } from '../../../database/load-sql';

const GATE = loadSql(__dirname, 'queries/gate-rules.sql');
const REFUSED = loadSql(__dirname, 'queries/note-refused-rules.sql');
const RULES = loadSql(__dirname, 'queries/stage-rules.sql');
const SUBJECTS = loadSql(__dirname, 'queries/stage-rule-subjects.sql');
const RESULTS = loadSql(__dirname, 'queries/stage-results.sql');

const TABLES = [
  'create temp table if not exists stage_rule_seen (key text primary key)',
  `create temp table if not exists stage_rule (
     no int primary key, key text not null, hash text not null, column_path text, name text not null, type text not null,
     severity text not null, parameters jsonb not null, description text
   )`,
  'create temp table if not exists stage_rule_subject (rule_no int not null, ref_no int not null)',
  `create temp table if not exists stage_result (
     rule_key text not null, executed_at timestamptz not null, status text not null, failed_records bigint,
     total_records bigint, message text, duration_ms double precision
   )`,
];

/** The staging tables of rules and results; `openStages` makes and empties them. */
export const QUALITY_STAGE: Stage = {
  create: TABLES,
  names: ['stage_rule_seen', 'stage_rule', 'stage_rule_subject', 'stage_result'],
  sweep: `delete from stage_rule_seen; delete from stage_rule; delete from stage_rule_subject; delete from stage_result`,
  replace: `truncate stage_rule_seen, stage_rule, stage_rule_subject, stage_result`,
};

export interface StagedRule {
  readonly no: number;
  readonly key: string;
  readonly hash: string;
  readonly column_path: string | null;
  readonly name: string;
  readonly type: string;
  readonly severity: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly description: string | null;
}

/** `ref_no`: number of stage_ref. */
export interface StagedRuleSubject {
  readonly rule_no: number;
  readonly ref_no: number;
}

export interface StagedResult {
  readonly rule_key: string;
  /** ISO 8601. */
  readonly executed_at: string;
  readonly status: string;
  readonly failed_records: number | null;
  readonly total_records: number | null;
  readonly message: string | null;
  readonly duration_ms: number | null;
}

/** Notes the rules as said, and gives the keys of those that their source has declared before in the same words. */
export async function gateRules(
  tx: EntityManager,
  sourceId: number | null,
  keys: readonly string[],
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await runNamed<{ key: string }>(tx, GATE, [sourceId, keys, hashes]);
  return new Set(rows.map(({ key }) => key));
}

/** Notes keys as said that could not be taken in: rules of those keys are not retired for it. */
export async function noteRefusedRules(tx: EntityManager, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await runNamed(tx, REFUSED, [keys]);
}

/** Lets the planner see how much of the patch was staged. */
export function analyzeQualityStage(tx: EntityManager): Promise<void> {
  return analyzeStage(tx, ['stage_rule', 'stage_rule_seen', 'stage_rule_subject', 'stage_result']);
}

const ruleRow = (rule: StagedRule): CopyValue[] => [
  rule.no,
  rule.key,
  rule.hash,
  rule.column_path,
  rule.name,
  rule.type,
  rule.severity,
  JSON.stringify(rule.parameters),
  rule.description,
];

const resultRow = (result: StagedResult): CopyValue[] => [
  result.rule_key,
  result.executed_at,
  result.status,
  result.failed_records,
  result.total_records,
  result.message,
  result.duration_ms,
];

/** Rules that are new or differ from before; each key once in the whole patch. */
export const stageRules = (tx: EntityManager, rules: readonly StagedRule[]): Promise<number> =>
  copyRows(tx, RULES, rules.map(ruleRow));
/** The assets that staged rules check. */
export const stageRuleSubjects = (tx: EntityManager, subjects: readonly StagedRuleSubject[]): Promise<number> =>
  copyRows(
    tx,
    SUBJECTS,
    subjects.map(({ rule_no: rule, ref_no: ref }) => [rule, ref]),
  );
/** Results, of rules declared now or earlier, by any source. */
export const stageResults = (tx: EntityManager, results: readonly StagedResult[]): Promise<number> =>
  copyRows(tx, RESULTS, results.map(resultRow));
