import { invalid } from '../shared/errors';
import type { ClassificationClaim, ClassificationLevel } from '../shared/vocabulary';
import { spokenTags, spokenText } from './spoken-facts';

/** Empty (no level, no categories, no subtypes) takes the caller's own word back. */
export interface ClassifyInput {
  readonly assetId: string;
  readonly column?: string | null;
  readonly level?: ClassificationLevel | null;
  readonly categories?: readonly string[] | null;
  readonly subtypes?: readonly string[] | null;
  readonly exact?: boolean | null;
  readonly reason?: string | null;
}

/** What is said, or null when nothing is. @throws DomainError INVALID naming the asset and the rule */
export function spokenClassification(about: string, input: ClassifyInput): ClassificationClaim | null {
  const categories = spokenTags(`${about}: categories`, input.categories ?? []);
  const subtypes = spokenSubtypes(about, input.subtypes ?? []);
  if (!input.level && categories.length + subtypes.length === 0) return null;
  return {
    ...(input.level ? { level: input.level } : {}),
    categories,
    ...(subtypes.length === 0 ? {} : { subtypes }),
    ...spokenReason(about, input),
  };
}

function spokenReason(about: string, input: ClassifyInput): Pick<ClassificationClaim, 'exact' | 'reason'> {
  const reason = spokenText(`${about}: reason`, input.reason ?? '');
  const exact = input.exact === true;
  if (exact && reason === null) throw invalid(`${about}: an exact classification needs a reason`);
  return { ...(exact ? { exact } : {}), ...(reason === null ? {} : { reason }) };
}

const SUBTYPE = /^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_.-]*$/;

function spokenSubtypes(about: string, said: readonly string[]): readonly string[] {
  const subtypes = spokenTags(`${about}: subtypes`, said).map((subtype) => subtype.toLowerCase());
  const odd = subtypes.find((subtype) => !SUBTYPE.test(subtype));
  if (odd !== undefined)
    throw invalid(`${about}: subtype \`${odd}\` is not of the form category.kind, as in pii.email`);
  return subtypes;
}
