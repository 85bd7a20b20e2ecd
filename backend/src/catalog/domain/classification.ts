import { CLASSIFICATION_LEVELS, type ClassificationLevel } from '../../shared/vocabulary';

/** How sensitive something is: a level, categories such as PII, or both. */
export interface ClassificationFacts {
  readonly level: ClassificationLevel | null;
  readonly categories: readonly string[];
  /** Kinds of personal data in a column (`pii.email`); pseudonymised: only a stand-in for the value is there. */
  readonly subtypes: readonly string[];
  /** True when it follows from lineage, false when somebody said so. */
  readonly derived: boolean;
  /** A steward's word, which stands instead of what others say and of what would follow. */
  readonly exact: boolean;
}

/** A classification and whose it is, by internal ids; `columnId` is null for an asset as a whole. */
export interface OwnedClassification extends ClassificationFacts {
  readonly assetId: string;
  readonly columnId: string | null;
}

/** A row's classification: what is said of it and what follows, together. */
export interface ClassifiedRow {
  /** 1 public … 4 restricted. */
  readonly classLevel: number | null;
  /** May name a category twice when `classIsDerived`. */
  readonly classCategories: readonly string[];
  readonly classIsDerived: boolean;
  /** Columns alone have them. */
  readonly classSubtypes?: readonly string[];
  readonly classIsExact?: boolean;
}

const NONE: readonly string[] = [];

/** The classification that a row stands for; null when nobody says anything and nothing follows. */
export function classificationOf(
  row: ClassifiedRow,
  assetId: string,
  columnId: string | null,
): OwnedClassification | null {
  const { classLevel, classCategories, classSubtypes = NONE, classIsExact = false } = row;
  if (classLevel === null && classCategories.length === 0) return null;
  return {
    level: classLevel === null ? null : (CLASSIFICATION_LEVELS[classLevel - 1] ?? null),
    categories: eachOnce(classCategories),
    subtypes: eachOnce(classSubtypes),
    derived: row.classIsDerived,
    exact: classIsExact,
    assetId,
    columnId,
  };
}

function eachOnce(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...new Set(words)].sort();
}
