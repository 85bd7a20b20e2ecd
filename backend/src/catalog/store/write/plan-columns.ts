import { isDeepStrictEqual } from 'node:util';
import type { ProjectedColumn } from '../../domain/projection-claims';
import type { ColumnRow, ShownColumn } from './projection-rows';

/** What has to be written so that an asset shows its columns as they are projected. */
export interface ColumnPlan {
  readonly added: readonly ColumnRow[];
  readonly changed: readonly ColumnRow[];
  /** Ids of columns that nobody lists any more. */
  readonly dropped: readonly string[];
}

const rowOf = (assetId: string, column: ProjectedColumn): ColumnRow => ({
  asset_id: assetId,
  path: column.path,
  ordinal: column.ordinal,
  type: column.type,
  nullable: column.nullable,
  description: column.description,
  tags: column.tags,
  class_level: column.classLevel,
  class_categories: column.classCategories,
  class_subtypes: column.classSubtypes.length === 0 ? null : column.classSubtypes,
  class_exact: column.classIsExact ? true : null,
  is_primary_key: column.isPrimaryKey,
  is_declared: column.isDeclared,
  properties: column.properties,
});

function isSame(shown: ShownColumn, column: ProjectedColumn): boolean {
  return isDeepStrictEqual(shown, { ...column, id: shown.id });
}

/** Which shown column each projected one is: the same path, else the same path without case; each only once. */
function pairUp(
  shown: readonly ShownColumn[],
  projected: readonly ProjectedColumn[],
): Map<ProjectedColumn, ShownColumn> {
  const pairs = new Map<ProjectedColumn, ShownColumn>();
  const free = new Map(shown.map((column) => [column.path, column]));
  for (const column of projected) {
    const known = free.get(column.path);
    if (known === undefined) continue;
    pairs.set(column, known);
    free.delete(column.path);
  }
  const byFold = new Map([...free.values()].map((column) => [column.path.toLowerCase(), column]));
  for (const column of projected) {
    const known = pairs.has(column) ? undefined : byFold.get(column.path.toLowerCase());
    if (known === undefined) continue;
    pairs.set(column, known);
    byFold.delete(column.path.toLowerCase());
  }
  return pairs;
}

/** Columns keep their ids while they are the same column; undeclared ones that nobody drops stay as they are. */
export function planColumns(
  assetId: string,
  shown: readonly ShownColumn[],
  projected: readonly ProjectedColumn[],
): ColumnPlan {
  const pairs = pairUp(shown, projected);
  const kept = new Set([...pairs.values()].map(({ id }) => id));
  const changed = [...pairs].filter(([column, known]) => !isSame(known, column));
  return {
    added: projected.filter((column) => !pairs.has(column)).map((column) => rowOf(assetId, column)),
    changed: changed.map(([column, known]) => ({ ...rowOf(assetId, column), id: known.id })),
    dropped: shown.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
}
