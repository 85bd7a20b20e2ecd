/** What one source says about one field of an asset. */
export interface FactClaim {
  readonly value: unknown;
  /** Label for people: `dbt project jaffle_shop`. */
  readonly source: string;
  readonly sourceKind: string;
  readonly observedAt: Date;
}

/** One shown field: the claim that won, and the others from the strongest to the weakest. */
export interface Fact extends FactClaim {
  readonly field: string;
  readonly alternatives: readonly FactClaim[];
}

/** A spelling that finds an asset, and the rule that ties it to the asset. */
export interface Identifier {
  readonly namespace: string;
  readonly name: string;
  /** PRIMARY, ALIAS or SYMLINK. */
  readonly role: string;
  readonly reason: string;
  readonly rawNamespace: string;
  readonly rawName: string;
  readonly source: string | null;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
}

/** A source that describes an asset, and under which key. */
export interface AssetSource {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly observedAt: Date;
  readonly recordedAt: Date;
  readonly deliveryId: string | null;
}
