import type { Facet, FacetField, FacetValue } from '../search';
import type { SearchSelection } from '../search-selection';
import type { FactsTable, Trait } from './facts-table';
import { FITS, judgeFacts, LISTED, MISSES, OUT, type Verdicts } from './judge-facts';

/** Values shown of one facet. */
const MOST_VALUES = 30;

/** Facets in the order of the answer, each with the field of the facts that has its values. */
const FACETS = [
  ['type', 'type'],
  ['platform', 'platform'],
  ['namespace', 'namespace'],
  ['layer', 'layer'],
  ['owner', 'owner'],
  ['classification', 'classification'],
  ['tag', 'tags'],
  ['source', 'sources'],
] as const satisfies readonly (readonly [FacetField, (typeof LISTED)[number]])[];

/** Facets and the number of hits. */
export interface FactCount {
  readonly hits: number;
  readonly facets: readonly Facet[];
}

/**
 * Counts hits and facets over documents of which the number per trait is known.
 *
 * A document that misses one list alone counts for that list's facet only, which is what the facet shows when its own
 * list is left aside. O(traits); at most `most` is counted of a value.
 */
export function countFacts(
  table: FactsTable,
  counts: readonly number[],
  selection: SearchSelection,
  most: number,
): FactCount {
  const verdicts = judgeFacts(table, selection);
  const sums = FACETS.map(() => new Map<number, number>());
  let hits = 0;
  table.traits.values.forEach((trait, number) => {
    const count = counts[number] ?? 0;
    const missed = count === 0 ? OUT : missedBy(trait, verdicts);
    if (missed === OUT) return;
    if (missed === FITS) hits += count;
    FACETS.forEach(([, field], place) => {
      if (missed === FITS || missed === field) add(sums[place], trait[field], count);
    });
  });
  const facets = FACETS.map(([field, of], place) => ({ field, values: valuesOf(table, of, sums[place], most) }));
  return { hits, facets: facets.filter(({ values }) => values.length > 0) };
}

/** FITS, or the one field whose list a trait misses; OUT when it misses more or is out by something else. */
function missedBy(trait: Trait, verdicts: Verdicts): typeof FITS | typeof OUT | (typeof LISTED)[number] {
  if (verdicts.ofAsset[trait.ofAsset] === OUT) return OUT;
  let missed: (typeof LISTED)[number] | null = null;
  for (const field of LISTED) {
    const verdict = verdicts[field][trait[field]];
    if (verdict === OUT || (verdict === MISSES && missed !== null)) return OUT;
    if (verdict === MISSES) missed = field;
  }
  return missed ?? FITS;
}

function add<Key>(sums: Map<Key, number> | undefined, key: Key, count: number): void {
  sums?.set(key, (sums.get(key) ?? 0) + count);
}

/** Most frequent first, then by code point. */
function valuesOf(
  table: FactsTable,
  field: (typeof LISTED)[number],
  sums: ReadonlyMap<number, number> | undefined,
  most: number,
): FacetValue[] {
  const byText = new Map<string, number>();
  for (const [number, count] of sums ?? []) {
    for (const text of textsOf(table.values[field].values[number])) add(byText, text, count);
  }
  return [...byText]
    .sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value, count]) => ({ value, count: Math.min(count, most) }));
}

const textsOf = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [value ?? 'none'];
