import type { SuggestionSource, SuggestionStatus } from './suggestion';

/** A suggestion as it is kept; `id` and `assetId` are internal. */
export interface SuggestionRow {
  readonly id: string;
  readonly publicId: string;
  readonly assetId: string;
  readonly column: string | null;
  readonly pattern: string;
  readonly source: SuggestionSource;
  readonly level: number | null;
  readonly category: string;
  readonly subtype: string;
  readonly proposal: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly status: SuggestionStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly firstSeen: Date;
}

/** Suggestions of one pattern that propose the same. */
export interface SuggestionGroupRow {
  readonly pattern: string;
  readonly proposal: string;
  readonly source: SuggestionSource;
  readonly level: number | null;
  readonly category: string;
  readonly subtype: string;
  readonly confidence: number;
  readonly suggestions: number;
  readonly assets: number;
  readonly columns: number;
}

/** Each list is an OR; they combine with AND; absent says nothing. */
export interface SuggestionFilter {
  readonly status?: readonly SuggestionStatus[] | null;
  readonly pattern?: readonly string[] | null;
  readonly proposal?: readonly string[] | null;
  readonly source?: readonly SuggestionSource[] | null;
  readonly namespace?: readonly string[] | null;
  readonly ids?: readonly string[] | null;
  readonly assetId?: string | null;
  readonly column?: string | null;
  readonly minConfidence?: number | null;
}

/** What a decision did to the suggestions of one asset. */
export interface DecidedAsset {
  readonly assetId: string;
  readonly publicId: string;
  readonly namespace: string;
  readonly changed: number;
  /** What is confirmed of the asset changed. */
  readonly isRestated: boolean;
}

/** What is confirmed of one column, or of an asset when `column` is null. */
export interface ConfirmedClassification {
  readonly publicId: string;
  readonly column: string | null;
  readonly level: number | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
}
