import { CLASSIFICATION_LEVELS, type ClassificationClaim } from '../../shared/vocabulary';

/** `level` 1 public … 4 restricted; null: nobody classified it, which is not the same as public. */
export interface Sensitivity {
  readonly level: number | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
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

/** The category that a subtype is a kind of, as one of `categories` spells it. */
function categoryOfSubtype(subtype: string, categories: readonly string[]): string {
  const [category = ''] = subtype.split('.');
  return categories.find((one) => one.toLowerCase() === category) ?? categoryOf(category);
}

/** What a claim amounts to, the floors of its categories included; a subtype brings its category along. */
export function sensitivityOf(claim: ClassificationClaim): Sensitivity {
  const said = ((claim.categories as readonly string[] | undefined) ?? []).map(categoryOf).filter(Boolean);
  const subtypes = (claim.subtypes ?? []).map((subtype) => subtype.trim().toLowerCase()).filter(Boolean);
  const categories = [...said, ...subtypes.map((subtype) => categoryOfSubtype(subtype, said))];
  return joinSensitivities([{ level: levelOf(claim), categories, subtypes }]);
}

/** The strictest of all: highest level, all categories and subtypes in order of name. Of none: not classified. */
export function joinSensitivities(all: readonly Sensitivity[]): Sensitivity {
  const categories = [...new Set(all.flatMap(({ categories: some }) => some))].sort();
  const subtypes = [...new Set(all.flatMap(({ subtypes: some }) => some))].sort();
  const floors = categories.map((category) => FLOORS.get(category) ?? 0);
  const level = Math.max(0, ...floors, ...all.map((one) => one.level ?? 0));
  return { level: level === 0 ? null : level, categories, subtypes };
}

/** What most columns are. */
const UNCLASSIFIED = { ...joinSensitivities([]), isExact: false };

/** What several sources say together; of exact words the first counts alone. `claims`: strongest speaker first. */
export function joinClaims(
  claims: readonly (ClassificationClaim | undefined)[],
): Sensitivity & { readonly isExact: boolean } {
  const said = claims.filter((claim) => claim !== undefined);
  if (said.length === 0) return UNCLASSIFIED;
  const exact = said.find((claim) => claim.exact === true);
  return { ...joinSensitivities((exact ? [exact] : said).map(sensitivityOf)), isExact: exact !== undefined };
}
