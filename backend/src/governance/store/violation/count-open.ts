import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { OpenViolations } from '../../domain/violation/violation-record';

const COUNT = loadSql(__dirname, 'queries/count-open-by-asset.sql');
const SEVERITIES = ['info', 'warning', 'error'] as const;

/** By internal asset id; assets without any are left out. */
export async function countOpenByAsset(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<Map<string, OpenViolations>> {
  const rows = await db.query<{ asset_id: string; total: number; severity: number }[]>(COUNT, [assetIds]);
  return new Map(
    rows.map(({ asset_id: id, total, severity }) => [id, { total, worst: SEVERITIES[severity - 1] ?? 'info' }]),
  );
}
