import type { Asset } from '../catalog';
import type { Omission } from './domain/omission';
import type { LineageEdge } from './lineage-graph';

/** The assets that a selector means, and the edges among them. */
export interface LineageSelection {
  /** The selector in words. */
  readonly meaning: string;
  /** Assets selected, in `assets` or not; a lower bound when not complete. */
  readonly total: number;
  /** In order of name. */
  readonly assets: readonly Asset[];
  readonly edges: readonly LineageEdge[];
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}
