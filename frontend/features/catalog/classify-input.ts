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
}

/** What a form of `level`, `category`, `others` and `reason` says; categories once each, in their order. */
export function classifyInput(fields: FormData): SaidClassification {
  const others = wordsIn(fields, 'others').flatMap((text) => text.split(','));
  const categories = [...wordsIn(fields, 'category'), ...others].map((word) => word.trim()).filter(Boolean);
  const [chosen] = wordsIn(fields, 'level');
  const level = LEVELS.find((known) => known === chosen) ?? null;
  return { level, categories: [...new Set(categories)], reason: wordsIn(fields, 'reason')[0] ?? null };
}

function wordsIn(fields: FormData, name: string): string[] {
  return fields
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
}
