/** What made the suggestion. */
export const SUGGESTION_SOURCES = ['NAME', 'TYPE', 'VALUES', 'TAG', 'DBT_META', 'DBT_CLASSIFIER', 'CONTRACT'] as const;
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

export const SUGGESTION_STATUSES = ['SUGGESTED', 'CONFIRMED', 'REJECTED'] as const;
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];

/** A classification in one piece: a subtype with its category, a category, or a level alone. */
export interface Proposal {
  /** 1 public … 4 restricted; null: what its category asks for. */
  readonly level: number | null;
  readonly category: string;
  readonly subtype: string;
}

/** What was recognised, and what follows from it. */
export interface Recognised extends Proposal {
  /** The same text for all that is recognised alike: `name: email`. */
  readonly pattern: string;
  readonly source: SuggestionSource;
  /** 1..100. */
  readonly confidence: number;
  /** For people: `is called customer_email`. */
  readonly evidence: string;
}

/** What is known of a column, or of an asset as a whole (`path` is empty). */
export interface Candidate {
  readonly path: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  /** dbt's meta, as its authors wrote it. */
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly classifiers: readonly string[];
  /** What a contract says in a word of its own; null: nothing. */
  readonly contractWord: string | null;
  /** A few values, where a source hands some on. */
  readonly values: readonly string[];
  /** What counts now, said or derived. */
  readonly level: number | null;
  readonly categories: readonly string[];
}

const LEVELS = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'];

/** What people read: `pii.email`, `PII`, `RESTRICTED`. */
export const proposalText = ({ level, category, subtype }: Proposal): string =>
  subtype || category || (LEVELS[(level ?? 0) - 1] ?? '');
