import { CLASSIFICATION_LEVELS, type ClassificationClaim } from '../../shared/vocabulary';

/** `level` 1 public … 4 restricted; null: nobody classified it, which is not the same as public. */
export interface Sensitivity {
  readonly level: number | null;
  readonly categories: readonly string[];
}

/** The least level that a category allows. */
const FLOORS: ReadonlyMap<string, number> = new Map([
  ['PII', 3],
  ['PHI', 4],
]);

const levelOf = (claim: ClassificationClaim): number | null =>
  claim.level === undefined ? null : CLASSIFICATION_LEVELS.indexOf(claim.level) + 1 || null;

/** Well-known categories are told apart without case; a custom one stays as written. */
function categoryOf(raw: string): string {
  const text = raw.trim();
  return FLOORS.has(text.toUpperCase()) ? text.toUpperCase() : text;
}

/** What a claim amounts to, the floors of its categories included. */
export function sensitivityOf(claim: ClassificationClaim): Sensitivity {
  const categories = (claim.categories as readonly string[] | undefined) ?? [];
  return joinSensitivities([{ level: levelOf(claim), categories: categories.map(categoryOf).filter(Boolean) }]);
}

/** The strictest of all: highest level, all categories in order of name. Of none: not classified. */
export function joinSensitivities(all: readonly Sensitivity[]): Sensitivity {
  const categories = [...new Set(all.flatMap(({ categories: some }) => some))].sort();
  const floors = categories.map((category) => FLOORS.get(category) ?? 0);
  const level = Math.max(0, ...floors, ...all.map((one) => one.level ?? 0));
  return { level: level === 0 ? null : level, categories };
}
