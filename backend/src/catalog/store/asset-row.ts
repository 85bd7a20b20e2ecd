import type { AssetType } from '../../shared/vocabulary';
import type { Asset, AssetStatus } from '../domain/asset';
import { urnOf } from '../domain/identity';

/** A row of the asset queries in this folder, as the driver gives it. */
export interface AssetRow {
  readonly id: string;
  readonly public_id: string;
  readonly namespace: string;
  readonly name: string;
  readonly display_name: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly status_reason: string | null;
  readonly platform: string;
  readonly layer: string | null;
  readonly location: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly is_encrypted: boolean | null;
  readonly has_access_logging: boolean | null;
  readonly region: string | null;
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly column_count: number;
  readonly upstream_count: number;
  readonly downstream_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The asset that a row stands for. */
export function assetOfRow(row: AssetRow): Asset {
  return {
    internalId: row.id,
    id: row.public_id,
    urn: urnOf(row.namespace, row.name, row.type === 'JOB' ? 'job' : 'dataset'),
    namespace: row.namespace,
    name: row.name,
    displayName: row.display_name,
    type: row.type,
    status: row.status,
    statusReason: row.status_reason,
    platform: row.platform,
    layer: row.layer,
    location: row.location,
    owner: row.owner,
    description: row.description,
    isEncrypted: row.is_encrypted,
    hasAccessLogging: row.has_access_logging,
    region: row.region,
    tags: row.tags,
    classLevel: row.class_level,
    classCategories: row.class_categories,
    properties: row.properties,
    columnCount: row.column_count,
    upstreamCount: row.upstream_count,
    downstreamCount: row.downstream_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
