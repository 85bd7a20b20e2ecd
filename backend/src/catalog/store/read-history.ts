import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Change, ColumnRetype, SchemaVersion } from '../domain/history';
import { groupByAsset } from './group-rows';

const VERSIONS = loadSql(__dirname, 'queries/schema-versions-of-assets.sql');
const CHANGES = loadSql(__dirname, 'queries/changes-of-assets.sql');

interface VersionRow {
  readonly asset_id: string;
  readonly version: number;
  readonly columns: unknown;
  readonly diff: SchemaDiff;
  readonly is_breaking: boolean;
  readonly observed_at: Date;
  readonly recorded_at: Date;
  readonly delivery_id: string | null;
}

interface SchemaDiff {
  readonly added?: readonly NamedColumn[];
  readonly removed?: readonly NamedColumn[];
  readonly retyped?: readonly (Partial<ColumnRetype> & { readonly path?: string })[];
}
type NamedColumn = string | { readonly path: string };

interface ChangeRow {
  readonly asset_id: string;
  readonly seq: string;
  readonly at: Date;
  readonly operation: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly actor: string | null;
  readonly delivery_id: string | null;
}

/** Schema versions by internal asset id, latest first, `first` of each below version `before`. */
export async function readSchemaVersions(
  db: EntityManager,
  assetIds: readonly string[],
  first: number,
  before: number | null,
): Promise<Map<string, SchemaVersion[]>> {
  return groupByAsset(await db.query<VersionRow[]>(VERSIONS, [assetIds, first, before]), (row) => ({
    version: row.version,
    observedAt: row.observed_at,
    recordedAt: row.recorded_at,
    added: (row.diff.added ?? []).map(pathOf),
    removed: (row.diff.removed ?? []).map(pathOf),
    retyped: (row.diff.retyped ?? []).map((column) => ({
      name: column.name ?? column.path ?? '',
      before: column.before ?? null,
      after: column.after ?? null,
    })),
    isBreaking: row.is_breaking,
    columns: row.columns,
    deliveryId: row.delivery_id,
  }));
}

/** Changes by internal asset id, latest first, `first` of each below change `before`. */
export async function readChanges(
  db: EntityManager,
  assetIds: readonly string[],
  first: number,
  before: string | null,
): Promise<Map<string, Change[]>> {
  return groupByAsset(await db.query<ChangeRow[]>(CHANGES, [assetIds, first, before]), (row) => ({
    id: row.seq,
    at: row.at,
    operation: row.operation,
    detail: row.detail,
    actor: row.actor,
    deliveryId: row.delivery_id,
  }));
}

function pathOf(column: NamedColumn): string {
  return typeof column === 'string' ? column : column.path;
}
