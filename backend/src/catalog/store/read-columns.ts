import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Column, ColumnDegree } from '../domain/column';
import { groupByAsset } from './group-rows';

const OF_ASSETS = loadSql(__dirname, 'queries/columns-of-assets.sql');
const BY_ID = loadSql(__dirname, 'queries/columns-by-id.sql');
const DEGREES = loadSql(__dirname, 'queries/column-degrees.sql');

interface ColumnRow {
  readonly id: string;
  readonly asset_id: string;
  readonly path: string;
  readonly ordinal: number;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly class_subtypes: readonly string[];
  readonly class_is_derived: boolean;
  readonly class_is_exact: boolean;
  readonly is_primary_key: boolean;
  readonly is_declared: boolean;
}

/** Columns by internal asset id, in their order; assets without columns are left out. */
export async function readColumns(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, Column[]>> {
  return groupByAsset(await db.query<ColumnRow[]>(OF_ASSETS, [assetIds]), columnOfRow);
}

/** Columns by their internal ids; those that are gone are left out. */
export async function readColumnsById(db: EntityManager, ids: readonly string[]): Promise<Map<string, Column>> {
  const rows = await db.query<ColumnRow[]>(BY_ID, [ids]);
  return new Map(rows.map((row) => [row.id, columnOfRow(row)]));
}

/** Numbers of distinct neighbours by internal column id. */
export async function readColumnDegrees(
  db: EntityManager,
  columnIds: readonly string[],
): Promise<Map<string, ColumnDegree>> {
  const rows = await db.query<{ id: string; upstream_count: number; downstream_count: number }[]>(DEGREES, [columnIds]);
  return new Map(
    rows.map((row) => [row.id, { upstreamCount: row.upstream_count, downstreamCount: row.downstream_count }]),
  );
}

function columnOfRow(row: ColumnRow): Column {
  return {
    internalId: row.id,
    assetId: row.asset_id,
    name: row.path,
    type: row.type,
    nullable: row.nullable,
    description: row.description,
    tags: row.tags,
    classLevel: row.class_level,
    classCategories: row.class_categories,
    classSubtypes: row.class_subtypes,
    classIsDerived: row.class_is_derived,
    classIsExact: row.class_is_exact,
    ordinal: row.ordinal,
    isPrimaryKey: row.is_primary_key,
    isDeclared: row.is_declared,
  };
}
