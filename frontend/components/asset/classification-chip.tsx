import type { ClassificationLevel } from '../../graphql/generated/graphql';
import { Chip } from './chip';

/** What is needed to show how sensitive something is. */
export interface ShownClassification {
  readonly level?: ClassificationLevel | null;
  readonly categories: readonly string[];
  readonly derived: boolean;
}

const CATEGORY_GLYPHS: Record<string, { sign: string; color: string }> = {
  PII: { sign: 'P', color: 'var(--t-class-pii)' },
  PHI: { sign: '✚', color: 'var(--t-class-phi)' },
  PCI: { sign: '$', color: 'var(--t-class-pci)' },
};
const LEVEL_GLYPHS: Record<ClassificationLevel, { sign: string; color: string }> = {
  RESTRICTED: { sign: '◆', color: 'var(--t-class-pii)' },
  CONFIDENTIAL: { sign: '▲', color: 'var(--t-class-confidential)' },
  INTERNAL: { sign: '○', color: 'var(--t-class-internal)' },
  PUBLIC: { sign: '◇', color: 'var(--t-class-public)' },
};

/** Level and categories as chips; "derived" stands beside what nobody said by hand. */
export function ClassificationChips({ classification }: { readonly classification: ShownClassification }) {
  const { level, categories, derived } = classification;
  const origin = derived ? 'followed from upstream columns' : 'asserted here';
  return (
    <>
      {level && (
        <Chip glyph={LEVEL_GLYPHS[level]} title={`${level.toLowerCase()}, ${origin}`}>
          {level.toLowerCase()}
          {derived && ' · derived'}
        </Chip>
      )}
      {categories.map((category) => (
        <Chip
          key={category}
          glyph={CATEGORY_GLYPHS[category] ?? { sign: '●', color: 'var(--t-status-unknown)' }}
          title={`${category}, ${origin}`}
        >
          {category}
        </Chip>
      ))}
    </>
  );
}
