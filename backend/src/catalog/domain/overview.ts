import type { Asset } from './asset';
import type { FacetValue } from './search';

/** The catalog at a glance; retired assets are left out. */
export interface Overview {
  readonly assetCount: number;
  readonly columnCount: number;
  readonly edgeCount: number;
  readonly stubCount: number;
  readonly unownedCount: number;
  readonly undescribedCount: number;
  readonly byType: readonly FacetValue[];
  readonly byPlatform: readonly FacetValue[];
  readonly byLayer: readonly FacetValue[];
  readonly recentlyChanged: readonly Asset[];
  readonly mostUsed: readonly Asset[];
}
