import type { ClassificationLevel } from '../../graphql/generated/graphql';

/** Categories that are offered; any other word may be added. */
export const KNOWN_CATEGORIES = ['PII', 'PHI', 'PCI'] as const;

const LEVELS: readonly ClassificationLevel[] = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'];

export const LEVEL_CHOICES = [
  { value: '', label: 'not said' },
  ...LEVELS.map((level) => ({ value: level, label: level.toLowerCase() })),
];

export interface SaidClassification {
  readonly level: ClassificationLevel | null;
  readonly categories: string[];
  readonly reason: string | null;
  /** It stands instead of everything else; absent: the strictest counts. */
  readonly exact?: true;
}

/** What a form of `level`, `category`, `others`, `exact` and `reason` says; categories once each, in their order. */
export function classifyInput(fields: FormData): SaidClassification {
  const others = wordsIn(fields, 'others').flatMap((text) => text.split(','));
  const categories = [...wordsIn(fields, 'category'), ...others].map((word) => word.trim()).filter(Boolean);
  const [chosen] = wordsIn(fields, 'level');
  const level = LEVELS.find((known) => known === chosen) ?? null;
  const said = { level, categories: [...new Set(categories)], reason: wordsIn(fields, 'reason')[0] ?? null };
  return wordsIn(fields, 'exact').length > 0 ? { ...said, exact: true } : said;
}

function wordsIn(fields: FormData, name: string): string[] {
  return fields
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
}
