import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { explainIdentifier } from '../domain/identity';
import type { AssetSource, Identifier } from '../domain/provenance';
import { groupByAsset } from './group-rows';

const IDENTIFIERS = loadSql(__dirname, 'queries/identifiers-of-assets.sql');
const SOURCES = loadSql(__dirname, 'queries/sources-of-assets.sql');

interface IdentifierRow {
  readonly asset_id: string;
  readonly namespace: string;
  readonly name: string;
  readonly role: string;
  readonly reason: string;
  readonly raw_namespace: string;
  readonly raw_name: string;
  readonly source: string | null;
  readonly first_seen: Date;
  readonly last_seen: Date;
}

interface SourceRow {
  readonly asset_id: string;
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly observed_at: Date;
  readonly recorded_at: Date;
  readonly delivery_id: string | null;
}

/** Spellings by internal asset id, the primary one first. */
export async function readIdentifiers(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<Map<string, Identifier[]>> {
  return groupByAsset(await db.query<IdentifierRow[]>(IDENTIFIERS, [assetIds]), (row) => ({
    namespace: row.namespace,
    name: row.name,
    role: row.role,
    reason: explainIdentifier(row.reason, row.source),
    rawNamespace: row.raw_namespace,
    rawName: row.raw_name,
    source: row.source,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  }));
}

/** Sources by internal asset id, latest evidence first. */
export async function readSources(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, AssetSource[]>> {
  return groupByAsset(await db.query<SourceRow[]>(SOURCES, [assetIds]), (row) => ({
    kind: row.kind,
    name: row.name,
    label: row.label,
    key: row.key,
    observedAt: row.observed_at,
    recordedAt: row.recorded_at,
    deliveryId: row.delivery_id,
  }));
}
