import { typeLabel } from './asset-type';
import type { AssetSummary, Scene } from './graph';
import { classOf } from './lens';
import type { FilterKey, GraphFilter } from './view';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const NOT_SAID: Readonly<Record<FilterKey, string>> = {
  type: '',
  layer: 'no layer',
  tag: '',
  owner: 'no owner',
  class: 'not classified',
  platform: '',
};

/** The values assets of the scene have, most frequent first; chosen ones stay although nothing has them now. */
export function filterChoices(scene: Scene, chosen: GraphFilter): Record<FilterKey, FilterChoice[]> {
  const assets = [...new Map([...scene.nodes.values()].map(({ asset }) => [asset.id, asset])).values()];
  const choose = (key: FilterKey, values: (asset: AssetSummary) => readonly string[]): FilterChoice[] => {
    const counts = new Map<string, number>(chosen[key].map((value) => [value, 0]));
    for (const value of assets.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, count]) => ({ value, count, label: labelOf(key, value) }))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  };
  return {
    type: choose('type', (asset) => [asset.type]),
    layer: choose('layer', (asset) => [asset.layer ?? '']),
    tag: choose('tag', (asset) => asset.tags),
    owner: choose('owner', (asset) => [asset.owner ?? '']),
    class: choose('class', (asset) => [classOf(asset)]),
    platform: choose('platform', (asset) => [asset.platform]),
  };
}

function labelOf(key: FilterKey, value: string): string {
  if (value === '') return NOT_SAID[key];
  return key === 'type' ? typeLabel(value) : value;
}
