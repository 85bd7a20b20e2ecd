import type { ClassificationSelector, Policy, Selector } from './policy';

/** What an asset must at least be for a selector to fit; null says nothing. Never excludes one that fits. */
export interface Prefilter {
  readonly types: readonly string[] | null;
  readonly layers: readonly string[] | null;
  readonly classified: boolean;
}

const ANY: Prefilter = { types: null, layers: null, classified: false };

/** Filters of which a concerned asset fits at least one; null when a policy may look at any asset. */
export function prefiltersOf(policies: readonly Policy[]): readonly Prefilter[] | null {
  const selectors = policies.flatMap(({ match, require }) => [match, ...(require.reaches ? [require.reaches.to] : [])]);
  const filters = selectors.map(prefilterOf);
  return filters.some((filter) => filter.types === null && filter.layers === null && !filter.classified)
    ? null
    : filters;
}

/** The facts that SQL can test cheaply of what a selector demands. */
export function prefilterOf(selector: Selector): Prefilter {
  const parts = [ownFacts(selector), ...(selector.all ?? []).map(prefilterOf)];
  if (selector.any)
    parts.push(selector.any.map(prefilterOf).reduce(either, { types: [], layers: [], classified: true }));
  return parts.reduce(both, ANY);
}

function ownFacts({ assetType, layer, classification, column }: Selector): Prefilter {
  const isPlain = layer?.every((word) => !/[*?]/.test(word)) === true;
  const sensitive = [classification, column?.classification].filter((one) => one !== undefined);
  return {
    types: assetType ?? null,
    layers: isPlain ? layer.map((word) => word.toLowerCase()) : null,
    classified: sensitive.some(isClassified),
  };
}

/** Whether something unclassified can never fit. */
function isClassified({ minLevel, maxLevel, categories, unclassified }: ClassificationSelector): boolean {
  return minLevel !== undefined || maxLevel !== undefined || categories !== undefined || unclassified === false;
}

const both = (left: Prefilter, right: Prefilter): Prefilter => ({
  types: common(left.types, right.types),
  layers: common(left.layers, right.layers),
  classified: left.classified || right.classified,
});

const either = (left: Prefilter, right: Prefilter): Prefilter => ({
  types: left.types && right.types && [...left.types, ...right.types],
  layers: left.layers && right.layers && [...left.layers, ...right.layers],
  classified: left.classified && right.classified,
});

function common(left: readonly string[] | null, right: readonly string[] | null): readonly string[] | null {
  if (left === null || right === null) return left ?? right;
  return left.filter((one) => right.includes(one));
}
