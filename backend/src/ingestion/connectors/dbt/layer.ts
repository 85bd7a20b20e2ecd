import type { Resource } from './shapes';

type Layer = 'source' | 'staging' | 'intermediate' | 'mart' | 'bi' | 'ml';

const LAYERS: readonly Layer[] = ['source', 'staging', 'intermediate', 'mart', 'bi', 'ml'];

const FOLDERS: Readonly<Record<string, Layer>> = {
  staging: 'staging',
  stage: 'staging',
  stg: 'staging',
  base: 'staging',
  bronze: 'staging',
  intermediate: 'intermediate',
  int: 'intermediate',
  silver: 'intermediate',
  marts: 'mart',
  mart: 'mart',
  gold: 'mart',
  reporting: 'mart',
  reports: 'mart',
  ml: 'ml',
  machine_learning: 'ml',
  features: 'ml',
};

const PREFIXES: readonly (readonly [RegExp, Layer])[] = [
  [/^(?:stg|base)_/i, 'staging'],
  [/^int_/i, 'intermediate'],
  [/^(?:dim|fct|fact|mart|rpt|agg)_/i, 'mart'],
  [/^(?:ml|feat|feature)_/i, 'ml'],
];

/** Layer of a model or snapshot: what `meta.layer` says, else its nearest telling folder, else its name's prefix. */
export function layerOf(resource: Resource): Layer | null {
  const said = String(resource.config?.meta?.['layer'] ?? resource.meta?.['layer'] ?? '').toLowerCase();
  const declared = LAYERS.find((layer) => layer === said);
  if (declared !== undefined) return declared;
  const folders = (resource.original_file_path ?? resource.path ?? '').toLowerCase().split(/[\\/]/).slice(0, -1);
  const folder = folders.findLast((name) => Object.hasOwn(FOLDERS, name));
  if (folder !== undefined) return FOLDERS[folder] ?? null;
  return PREFIXES.find(([prefix]) => prefix.test(resource.name))?.[1] ?? null;
}
