import type { AssetType } from '../../shared/vocabulary';
import type { ClassifiedRow } from './classification';

export const ASSET_STATUSES = ['ACTIVE', 'STUB', 'RETIRED'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

/** Anything the catalog has a page for, as all its sources together describe it; null: nobody said. */
export interface Asset extends ClassifiedRow {
  /** The catalog's own number, never shown to clients. */
  readonly internalId: string;
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly statusReason: string | null;
  readonly platform: string;
  readonly layer: string | null;
  readonly location: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly isEncrypted: boolean | null;
  readonly hasAccessLogging: boolean | null;
  readonly region: string | null;
  readonly tags: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly columnCount: number;
  readonly upstreamCount: number;
  readonly downstreamCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
