/** What every spelling is brought to before it is looked up: OpenLineage's naming, normalised. */
export interface CanonicalName {
  /** `postgres://pg.internal:5432`, `s3://bucket`, `bigquery`, or the word itself for a logical namespace. */
  readonly namespace: string;
  /** Unique in its namespace; a part is double-quoted only where its quotes carry meaning. */
  readonly name: string;
  readonly platform: string;
  /** The namespace means another machine to every producer (localhost, a container's name): never merged by itself. */
  readonly isWeak: boolean;
  /** Leading parts are missing and no default fills them: to be matched by its end. */
  readonly isPartial: boolean;
  /** The partition, file or shard that the spelling pointed into; null when it named the whole asset. */
  readonly subset: string | null;
  /** The case in `name` is the platform's own, so that no other spelling needs trying. */
  readonly quotingKnown: boolean;
  /** The name as if its parts had been quoted: the second try where quotes are unknown and matter; null elsewhere. */
  readonly verbatimName: string | null;
}

export interface CanonicalNamespace {
  readonly namespace: string;
  readonly platform: string;
  readonly isWeak: boolean;
}

/** How a namespace's names are folded: as its platform does, or against it by an administrator's word. */
export type CasePolicy = 'platform' | 'lower' | 'sensitive';

/** What the catalog knows about a namespace beyond its name. */
export interface NamespaceSettings {
  readonly casePolicy: CasePolicy;
  /** Fill missing leading parts of names. */
  readonly defaultDatabase: string | null;
  readonly defaultSchema: string | null;
}

export const ALIAS_KINDS = ['exact', 'host_list', 'regex', 'regex_group'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/**
 * Another spelling of a namespace.
 *
 * exact: `pattern` is a namespace. host_list: `pattern` is hosts separated by commas, any of which means `target`.
 * regex: the whole namespace matches. regex_group: as regex, and `$1` or `{1}` in `target` stand for its groups.
 */
export interface NamespaceAlias {
  readonly kind: AliasKind;
  readonly pattern: string;
  readonly target: string;
}

/** The administrator's knowledge of namespaces, read once per transaction; empty is fine. */
export interface NamespaceRegistry {
  readonly aliases: readonly NamespaceAlias[];
  /** By canonical namespace. */
  readonly settings: ReadonlyMap<string, NamespaceSettings>;
}

export const EMPTY_REGISTRY: NamespaceRegistry = { aliases: [], settings: new Map() };
