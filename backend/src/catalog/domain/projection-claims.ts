import type { AssetFacts, AssetType, ColumnClaim } from '../../shared/vocabulary';

/** What an assertion stores: the facts, the columns (absent: not said; empty: it has none), and of code only its hash. */
export interface AssertedFacts extends Omit<AssetFacts, 'code'> {
  readonly code?: { readonly language: string; readonly hash: string };
  readonly columns?: readonly ColumnClaim[];
  /** The source only mentions the asset, and why: it stays a stub unless another source vouches for it. */
  readonly stubReason?: string;
}

/** What one source says about one asset, and who that is. */
export interface Assertion {
  readonly sourceKind: string;
  readonly sourceName: string;
  readonly key: string;
  /** Evidence time, milliseconds since 1970. */
  readonly observedAt: number;
  /** It says where the asset lives, not only something about one it was given. */
  readonly vouches: boolean;
  readonly facts: AssertedFacts;
}

/** What the projection knows of an asset beside its assertions. */
export interface ProjectionSubject {
  readonly platform: string;
  /** Last part of the canonical name, for when nobody says how people write it. */
  readonly displayName: string;
}

/** A column as all sources together describe it; null: nobody said. */
export interface ProjectedColumn {
  readonly path: string;
  /** From 1, in the order of the most trusted source that lists columns. */
  readonly ordinal: number;
  readonly type: string | null;
  readonly nullable: boolean | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly classLevel: number | null;
  readonly classCategories: readonly string[];
  /** Kinds of the categories (`pii.email`), in order of name. */
  readonly classSubtypes: readonly string[];
  /** A steward's word: nothing else counts. */
  readonly classIsExact: boolean;
  readonly isPrimaryKey: boolean;
  /** False: only remarks and lineage mention it, no source lists it. */
  readonly isDeclared: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** An asset as all its sources together describe it; the same for every order in which they spoke. */
export interface ProjectedAsset {
  readonly displayName: string;
  readonly type: AssetType;
  readonly layer: string | null;
  readonly location: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly isEncrypted: boolean | null;
  readonly hasAccessLogging: boolean | null;
  readonly region: string | null;
  /** 1 public … 4 restricted, the columns' own included; null: not classified. */
  readonly classLevel: number | null;
  readonly classCategories: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly codeLanguage: string | null;
  readonly codeHash: string | null;
  readonly columns: readonly ProjectedColumn[];
}
