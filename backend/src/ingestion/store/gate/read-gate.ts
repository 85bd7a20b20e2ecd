import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { GateAsset, GateColumn, GateConsumer, GateViolation } from '../../domain/gate';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const TOUCHED = query('gate-touched');
const ASSETS = query('gate-assets');
const VIOLATIONS = query('gate-violations');
const CONSUMERS = query('gate-consumers');

/** The dbt project that a manifest speaks for. */
export interface GateSource {
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
}

/** Internal ids of the assets that the transaction has changed so far. */
export async function readTouched(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ asset_id: string }[]>(TOUCHED);
  return rows.map((row) => row.asset_id);
}

interface AssetRow extends Omit<GateAsset, 'publicId' | 'isOwn' | 'isContractEnforced' | 'columns'> {
  readonly public_id: string;
  readonly is_own: boolean;
  readonly is_contract_enforced: boolean;
  readonly columns: Readonly<Record<string, GateColumn>>;
}

/** Assets as this connection sees them, by internal id. */
export async function readGateAssets(
  db: EntityManager,
  ids: readonly string[],
  source: GateSource,
): Promise<Map<string, GateAsset>> {
  const rows = await db.query<AssetRow[]>(ASSETS, [ids, JSON.stringify(source)]);
  return new Map(
    rows.map(({ public_id: publicId, is_own: isOwn, is_contract_enforced: isContractEnforced, columns, ...rest }) => [
      rest.id,
      { ...rest, publicId, isOwn, isContractEnforced, columns: new Map(Object.entries(columns)) },
    ]),
  );
}

/** What the transaction has found, waived or resolved. */
export function readGateViolations(tx: EntityManager): Promise<GateViolation[]> {
  return tx.query<GateViolation[]>(VIOLATIONS);
}

/** Who reads these columns or assets, outside the project. */
export function readConsumers(
  db: EntityManager,
  columnIds: readonly string[],
  assetIds: readonly string[],
  source: GateSource,
): Promise<GateConsumer[]> {
  return db.query<GateConsumer[]>(CONSUMERS, [columnIds, assetIds, JSON.stringify(source)]);
}
