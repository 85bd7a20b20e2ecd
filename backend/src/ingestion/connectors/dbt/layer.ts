import { metaValue } from './resource';
import { firstTold } from './said';
import type { Resource } from './shapes';

type Layer = 'source' | 'staging' | 'intermediate' | 'mart' | 'bi' | 'ml';

const LAYERS: readonly Layer[] = ['source', 'staging', 'intermediate', 'mart', 'bi', 'ml'];

const FOLDERS: ReadonlyMap<string, Layer> = new Map([
  ['staging', 'staging'],
  ['stage', 'staging'],
  ['stg', 'staging'],
  ['base', 'staging'],
  ['bronze', 'staging'],
  ['intermediate', 'intermediate'],
  ['int', 'intermediate'],
  ['silver', 'intermediate'],
  ['marts', 'mart'],
  ['mart', 'mart'],
  ['gold', 'mart'],
  ['reporting', 'mart'],
  ['reports', 'mart'],
  ['ml', 'ml'],
  ['machine_learning', 'ml'],
  ['features', 'ml'],
]);

const PREFIXES: readonly (readonly [RegExp, Layer])[] = [
  [/^(?:stg|base)_/i, 'staging'],
  [/^int_/i, 'intermediate'],
  [/^(?:dim|fct|fact|mart|rpt|agg)_/i, 'mart'],
  [/^(?:ml|feat|feature)_/i, 'ml'],
];

/** Layer of a model or snapshot: what `meta.layer` says, else its nearest telling folder, else its name's prefix. */
export function layerOf(resource: Resource): Layer | null {
  const said = metaValue(resource, 'layer');
  const declared = LAYERS.find((layer) => layer === said);
  return declared ?? folderLayer(resource) ?? PREFIXES.find(([prefix]) => prefix.test(resource.name))?.[1] ?? null;
}

function folderLayer(resource: Resource): Layer | undefined {
  const path = firstTold(resource.original_file_path, resource.path) ?? '';
  const folders = path.toLowerCase().split(/[\\/]/).slice(0, -1);
  return folders.map((name) => FOLDERS.get(name)).findLast((layer) => layer !== undefined);
}
