/**
 * All that any source can say, in the catalog's words: the narrow part of the hourglass.
 *
 * A connector turns one delivery into a `MetadataPatch`; the upsert alone turns patches into rows.
 * Absent means "not said", never "remove". What a source stops saying is closed only by a patch
 * that declares itself the whole truth of its source and scope (`isComplete`).
 */

import type { AssetFacts, ColumnClaim, EdgeKind, EdgeSubtype, MaskingKind, Spelling } from '../shared/vocabulary';

/** Who speaks. `kind` decides precedence between sources; `scope` is what a complete patch is the whole truth of. */
export interface PatchSource {
  /** dbt, dbt-hook, dbt-catalog, dbt-run, openlineage, person, token, seed, … */
  readonly kind: string;
  /** dbt project, producer, id of a person or token. */
  readonly name: string;
  /** For dbt: canonical namespace, and `#target` when one was given. */
  readonly scope: string;
  /** Shown to people: `dbt project jaffle_shop`. */
  readonly label: string;
}

/**
 * Points at an asset: by a source's key (any source's), by a spelling, or by the catalog's own id.
 *
 * A spelling means a dataset unless it says that it is a job's: the two may have one name and stay two things.
 */
export type AssetRef =
  | { readonly key: string }
  | { readonly spelling: Spelling; readonly isJob?: boolean }
  | { readonly assetId: string };

/** `upstream` feeds the asset that the statement is about (or `downstream`, when a job speaks of others). */
export interface EdgeClaim {
  readonly upstream: AssetRef;
  readonly downstream?: AssetRef;
  readonly job?: AssetRef;
  readonly kind?: EdgeKind;
  readonly transformation?: string;
  readonly code?: string;
}

export interface ColumnEdgeClaim {
  readonly upstream: AssetRef;
  readonly upstreamColumn: string;
  readonly downstream?: AssetRef;
  readonly downstreamColumn: string;
  readonly kind?: EdgeKind;
  readonly subtype?: EdgeSubtype;
  readonly masking?: boolean;
  /** Of an aggregation, its name in lower case: count, sum, max, array_agg, … */
  readonly function?: string;
  /** How it masks, where the source knows. */
  readonly maskingKind?: MaskingKind;
}

/** One asset as one source describes it; becomes one assertion, replaced as a whole when the source speaks again. */
export interface AssetStatement {
  readonly kind: 'asset';
  /** Unique within the source: `dbt:<project>/<unique_id>`. */
  readonly key: string;
  /** Where it lives, or the asset that another key names (catalog.json speaks of the manifest's nodes). */
  readonly subject: AssetRef;
  /** Other spellings that must find it. */
  readonly aliases?: readonly Spelling[];
  /** Only mentioned, not described, and why: an asset that nothing else vouches for stays a stub with this reason. */
  readonly stubReason?: string;
  readonly facts: AssetFacts;
  /** In order. Absent: not said. Empty: known to have none. */
  readonly columns?: readonly ColumnClaim[];
  /** Absent: says nothing of lineage. Empty: known to have no parents. */
  readonly edges?: readonly EdgeClaim[];
  readonly columnEdges?: readonly ColumnEdgeClaim[];
}

/** A check that the source declares on an asset. Kept with its asset; replaced when the source speaks again. */
export interface RuleStatement {
  readonly kind: 'rule';
  readonly key: string;
  /** One rule row per subject. */
  readonly subjects: readonly AssetRef[];
  readonly column?: string;
  readonly name: string;
  readonly type: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly description?: string;
}

/** What running a rule gave; refers to the rule by its source's key. */
export interface ResultStatement {
  readonly kind: 'result';
  readonly ruleKey: string;
  readonly executedAt: Date;
  readonly status: 'PASSED' | 'FAILED' | 'ERROR' | 'SKIPPED';
  readonly failedRecords?: number;
  readonly totalRecords?: number;
  readonly message?: string;
  readonly durationMs?: number;
}

/** The thing no longer exists, says the source that once said it did; `key` as in the statement that said so. */
export interface RemovalStatement {
  readonly kind: 'removal';
  readonly key: string;
  readonly reason: string;
}

/** Something in the document that was left out or looks wrong; goes to the ingestion report, never lost. */
export interface NoteStatement {
  readonly kind: 'note';
  readonly outcome: 'REFUSED' | 'NOTED';
  readonly key: string;
  readonly reason: string;
}

export type Statement = AssetStatement | RuleStatement | ResultStatement | RemovalStatement | NoteStatement;

/** One source's claims out of one delivery. `statements` is read once, in batches, as the document streams by. */
export interface MetadataPatch {
  readonly source: PatchSource;
  /** Evidence time: when the document was made. A complete patch older than the last one is refused as outdated. */
  readonly observedAt: Date;
  /** The whole truth of (source, scope): keys of this source that it does not say are closed. */
  readonly isComplete: boolean;
  /**
   * Kind of the source that tells the whole of what this one tells parts of, under the same name, scope and keys. What
   * its complete documents did not say, an earlier patch of this one cannot bring back.
   */
  readonly fullerKind?: string;
  /** Of a complete patch: kinds of sources that name it as their `fullerKind`. What they said before ends with what it no longer says. */
  readonly partialKinds?: readonly string[];
  readonly statements: AsyncIterable<readonly Statement[]>;
}
