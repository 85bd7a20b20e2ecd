import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { PolicyResult } from '../../domain/policy/finding';

const VIOLATIONS = loadSql(__dirname, 'queries/sync-violations.sql');
const GAPS = loadSql(__dirname, 'queries/sync-gaps.sql');
/** Evaluations of the same assets wait for one another; only these take it. */
const EVALUATION_LOCK = 7_261_940_320;

export type ViolationChangeKind = 'OPENED' | 'REOPENED' | 'WAIVED' | 'UNWAIVED' | 'RESOLVED' | 'CHANGED';

export interface ViolationChange {
  readonly id: string;
  /** As clients know it. */
  readonly public_id: string;
  readonly change: ViolationChangeKind;
}

/** A result with the asset it is about; internal id. */
export interface AssetResult {
  readonly assetId: string;
  readonly result: PolicyResult;
}

/** Makes evaluations wait for one another until the transaction ends. */
export async function lockEvaluation(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [EVALUATION_LOCK]);
}

/** Makes the violations of the assets what was found; gives what changed. */
export function syncViolations(
  tx: EntityManager,
  assetIds: readonly string[],
  found: readonly AssetResult[],
): Promise<ViolationChange[]> {
  const rows = found.map(({ assetId, result }, place) => ({
    policy: result.policy,
    policies: result.policies,
    requirement: result.requirement,
    code: result.code,
    asset_id: assetId,
    column_path: result.column ?? '',
    status: result.status === 'WAIVED' ? 'WAIVED' : 'OPEN',
    severity: result.severity,
    message: result.message,
    path: result.path,
    evidence: result.evidence,
    waiver_id: result.waiverId,
    place,
  }));
  return tx.query<ViolationChange[]>(VIOLATIONS, [assetIds, JSON.stringify(rows)]);
}

/** Makes the gaps in the evidence of the assets what was found; gives how many they have. */
export async function syncGaps(
  tx: EntityManager,
  assetIds: readonly string[],
  found: readonly AssetResult[],
): Promise<number> {
  const rows = found.map(({ assetId, result }) => ({
    asset_id: assetId,
    policy: result.policy,
    requirement: result.requirement,
    column_path: result.column ?? '',
    message: result.message,
  }));
  const [row] = await tx.query<{ open: number }[]>(GAPS, [assetIds, JSON.stringify(rows)]);
  return row?.open ?? 0;
}
