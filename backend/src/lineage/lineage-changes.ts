/** Which changes are wanted. */
export interface ChangesQuestion {
  /** Exclusive; null for the beginning. */
  readonly from: Date | null;
  /** Inclusive; null for now. */
  readonly to: Date | null;
  /** 1..100 */
  readonly first: number;
  /** `endCursor` of the page before. */
  readonly after: string | null;
}

/** A moment at which the lineage of some assets became another; as of it, the change is there. */
export interface LineageMoment {
  readonly at: Date;
  /** Pairs of assets. */
  readonly edgesAdded: number;
  readonly edgesRemoved: number;
  /** Assets whose columns changed. */
  readonly schemasChanged: number;
  /** Labels of those who said so, in order of name; empty where only columns changed. */
  readonly sources: readonly string[];
  /** Oldest first; empty for what nothing delivered. */
  readonly deliveryIds: readonly string[];
}

export interface LineageChangesPage {
  /** Moments on all pages. */
  readonly total: number;
  /** Latest first. */
  readonly nodes: readonly LineageMoment[];
  readonly endCursor: string | null;
  /** False when a hub among the assets has more changes than were read. */
  readonly complete: boolean;
}
