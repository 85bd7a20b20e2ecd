import type { AssetStatus } from '../asset';

/** What filters and facets ask of a search document and its asset; null and empty lists: without one. */
export interface DocumentFacts {
  readonly type: string;
  readonly platform: string;
  readonly namespace: string;
  readonly layer: string | null;
  readonly owner: string | null;
  /** The level's name. */
  readonly classification: string | null;
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly ofAsset: AssetFacts;
}

/** What only the asset knows. */
export interface AssetFacts {
  readonly status: AssetStatus;
  /** Lower case. */
  readonly categories: readonly string[];
  readonly level: string | null;
  readonly description: boolean;
  readonly column: boolean;
  readonly upstream: boolean;
  readonly downstream: boolean;
}

/** Fields whose values have numbers, each in a table of its own. */
export const FACT_FIELDS = [
  'type',
  'platform',
  'namespace',
  'layer',
  'owner',
  'classification',
  'tags',
  'sources',
  'ofAsset',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];
