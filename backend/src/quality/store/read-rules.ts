import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { QualityResult, QualityRule, QualityStatus } from '../domain/quality-rule';

const OF_ASSETS = loadSql(__dirname, 'queries/rules-of-assets.sql');
const COUNT_FAILING = loadSql(__dirname, 'queries/count-failing-rules.sql');

interface RuleRow {
  readonly asset_id: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly severity: string;
  readonly column_path: string | null;
  readonly description: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: QualityStatus | null;
  readonly executed_at: Date | null;
  readonly failed_records: number | null;
  readonly total_records: number | null;
  readonly message: string | null;
}

/** Rules with their last result by internal asset id; assets without rules are left out. */
export async function readRules(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, QualityRule[]>> {
  const rules = new Map<string, QualityRule[]>();
  for (const row of await db.query<RuleRow[]>(OF_ASSETS, [assetIds])) {
    rules.set(row.asset_id, [...(rules.get(row.asset_id) ?? []), ruleOfRow(row)]);
  }
  return rules;
}

/** Rules whose last result is a failure. */
export async function countFailingRules(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT_FAILING);
  return row?.count ?? 0;
}

function ruleOfRow(row: RuleRow): QualityRule {
  const { id, name, type, severity, description, parameters } = row;
  return { id, name, type, severity, column: row.column_path, description, parameters, lastResult: resultOfRow(row) };
}

function resultOfRow(row: RuleRow): QualityResult | null {
  if (row.status === null || row.executed_at === null) return null;
  return {
    status: row.status,
    executedAt: row.executed_at,
    failedRecords: row.failed_records,
    totalRecords: row.total_records,
    message: row.message,
  };
}
