import { CLASSIFICATION_LEVELS, type ClassificationLevel } from '../../shared/vocabulary';

/** How sensitive something is: a level, categories such as PII, or both. */
export interface ClassificationFacts {
  readonly level: ClassificationLevel | null;
  readonly categories: readonly string[];
  /** True when it follows from lineage, false when somebody said so. */
  readonly derived: boolean;
}

/** What somebody said directly: no path has to prove it. */
export interface SaidClassification extends ClassificationFacts {
  readonly because: readonly never[];
}

/** The classification that a row's two columns stand for; null when neither says anything. */
export function classificationOf(level: number | null, categories: readonly string[]): SaidClassification | null {
  if (level === null && categories.length === 0) return null;
  return {
    level: level === null ? null : (CLASSIFICATION_LEVELS[level - 1] ?? null),
    categories,
    derived: false,
    because: [],
  };
}
