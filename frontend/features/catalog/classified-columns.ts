import type { ShownClassification } from '../../components/asset/classification-chip';

/** A column of which something is known. */
export interface ClassifiedColumn {
  readonly name: string;
  readonly classification: ShownClassification;
}

const LEVELS = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] as const;

/** Those that are classified: by level, then by how many categories they have, then as they were. */
export function strictestFirst(
  columns: readonly { readonly name: string; readonly classification?: ShownClassification | null }[],
): ClassifiedColumn[] {
  return columns
    .flatMap(({ name, classification }) => (classification ? [{ name, classification }] : []))
    .sort((one, other) => weight(other) - weight(one));
}

function weight({ classification: { level, categories } }: ClassifiedColumn): number {
  return (level ? LEVELS.indexOf(level) + 1 : 0) * 100 + Math.min(99, categories.length);
}
