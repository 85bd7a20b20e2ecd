import type { Asset, FacetValue } from '../catalog';
import type { Change, ChangeClass } from './domain/change-effect';
import type { Omission } from './domain/omission';

/** What somebody is about to do, and to what. */
export interface ImpactQuestion {
  readonly assetId: string;
  /** Null for the asset as a whole. */
  readonly column: string | null;
  readonly change: Change;
  readonly filter: ImpactFilter;
}

/** Each list is an OR; they combine with AND; null says nothing. */
export interface ImpactFilter {
  readonly classes: readonly ChangeClass[] | null;
  readonly types: readonly string[] | null;
  /** As written; "none" for assets without an owner. */
  readonly owners: readonly string[] | null;
}

export interface ImpactEnd {
  readonly asset: Asset;
  readonly column: string | null;
}

/** A column, or an asset of whose columns nothing is known, that a change would reach. */
export interface Impacted extends ImpactEnd {
  readonly distance: number;
  readonly changeClass: ChangeClass;
  readonly reason: string;
  /** What it is fed by on the way that makes it so bad. */
  readonly via: ImpactEnd;
}

/** What is counted does not depend on the page. */
export interface ImpactTotals {
  readonly total: number;
  readonly assetCount: number;
  readonly classes: readonly FacetValue[];
  readonly types: readonly FacetValue[];
  readonly owners: readonly FacetValue[];
}

export interface ImpactPage extends ImpactTotals {
  readonly root: ImpactEnd;
  readonly change: Change;
  readonly nodes: readonly Impacted[];
  readonly endCursor: string | null;
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}
