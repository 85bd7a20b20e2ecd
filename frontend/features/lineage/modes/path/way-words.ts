import type { Way } from '../../graph/graph';

/** The way that is in the light: `number` counts from 1, the first unless it is one of them. */
export function wayAt(
  ways: readonly Way[],
  number: number | null,
): { readonly index: number; readonly way: Way | undefined } {
  const index = number !== null && number >= 1 && number <= ways.length ? number - 1 : 0;
  return { index, way: ways[index] };
}

/** "orders → clean → report" */
export function wayWords({ ids }: Way, nameOf: (id: string) => string): string {
  return ids.map(nameOf).join(' → ');
}

/** What happens on a step: how, who says so, what arrives masked. */
export function stepWords({ edge, maskedColumns }: Way['steps'][number]): string {
  const words = [
    edge.transformation ?? edge.kind.toLowerCase(),
    edge.jobs.length > 0 && `job ${edge.jobs.join(', ')}`,
    edge.sources.length > 0 && `by ${edge.sources.join(', ')}`,
    maskedColumns.length > 0 && `masks ${maskedColumns.join(', ')}`,
  ];
  return words.filter((word) => word !== false).join(' · ');
}
