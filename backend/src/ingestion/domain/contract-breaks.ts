import { typeChange } from './column-type';
import type { GateAsset, GateColumn, GateLevel } from './gate';

/** A promise of a contract in force that would no longer hold. */
export interface ContractBreak {
  readonly asset: GateAsset;
  /** The column; null: the contract itself. */
  readonly column: string | null;
  /** As it is now; null with the asset. */
  readonly before: GateColumn | null;
  readonly level: GateLevel;
  readonly code: ContractCode;
  /** What changes, without who reads it. */
  readonly what: string;
}

export type ContractCode =
  | 'CONTRACT_DROPPED'
  | 'CONTRACT_COLUMN_REMOVED'
  | 'CONTRACT_TYPE_CHANGED'
  | 'CONTRACT_NULLABLE'
  | 'CONTRACT_KEY_DROPPED';

/**
 * What a project would break of the contracts that are enforced on its assets today: data that is valid tomorrow may not
 * be what readers rely on. What promises more, such as another column, breaks nothing. Pure.
 *
 * Source: the rules of dbt's `state:modified.contract`, https://docs.getdbt.com/reference/resource-configs/contract
 */
export function contractBreaks(
  before: ReadonlyMap<string, GateAsset>,
  after: ReadonlyMap<string, GateAsset>,
): ContractBreak[] {
  return [...before.values()].flatMap((asset) => {
    if (!asset.isOwn || !asset.isContractEnforced || asset.status !== 'ACTIVE') return [];
    const next = after.get(asset.id);
    if (next?.status !== 'ACTIVE' || !next.isOwn)
      return [dropped(asset, `${asset.name} goes, and its contract with it`)];
    if (!next.isContractEnforced) return [dropped(next, `The contract of ${asset.name} is no longer enforced`)];
    return [...asset.columns].flatMap(([path, column]) => ofColumn(next, path, column, next.columns.get(path)));
  });
}

const dropped = (asset: GateAsset, what: string): ContractBreak => ({
  ...{ asset, column: null, before: null, level: 'error', code: 'CONTRACT_DROPPED', what },
});

function ofColumn(asset: GateAsset, path: string, before: GateColumn, after: GateColumn | undefined): ContractBreak[] {
  const found = (level: GateLevel, code: ContractCode, what: string): ContractBreak[] => [
    { asset, column: path, before, level, code, what: `Column ${path} of ${asset.name} ${what}` },
  ];
  if (after === undefined) return found('error', 'CONTRACT_COLUMN_REMOVED', 'goes, but its contract promises it');
  return [
    ...typeBreaks(before.type, after.type, found),
    ...(before.nullable === false && after.nullable !== false
      ? found('error', 'CONTRACT_NULLABLE', 'may be empty, but its contract says it never is')
      : []),
    ...(before.isPrimaryKey && !after.isPrimaryKey
      ? found('warning', 'CONTRACT_KEY_DROPPED', 'is no longer the key of an asset under contract')
      : []),
  ];
}

function typeBreaks(
  before: string | null,
  after: string | null,
  found: (level: GateLevel, code: ContractCode, what: string) => ContractBreak[],
): ContractBreak[] {
  if (before === null || after === null) return [];
  const change = typeChange(before, after);
  if (change === 'SAME') return [];
  const level = change === 'NARROWER' ? 'warning' : 'error';
  return found(level, 'CONTRACT_TYPE_CHANGED', `becomes ${after}, but its contract promises ${before}`);
}
