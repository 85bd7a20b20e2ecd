import { assetOf, columnKey, columnOf, edgeId, type Scene, type SceneEdge, type SceneNode } from '../graph';
import { givenAsset, givenView } from './given-scene';
import type { View } from '../view';

/** A scene of columns from edges like `a.id>b.id a.id~b.total`; `~` is an indirect one. Assets have ten columns. */
export function givenColumns(edges: string): Scene {
  const pairs = edges.split(' ').map((edge): [string, string, boolean] => {
    const [source = '', target = ''] = edge
      .split(/[>~]/)
      .map((end) => columnKey(...(end.split('.') as [string, string])));
    return [source, target, edge.includes('~')];
  });
  const ids = [...new Set(pairs.flatMap(([source, target]) => [source, target]))];
  const node = (id: string): SceneNode => ({
    id,
    asset: givenAsset(assetOf(id), { columnCount: 10 }),
    column: { name: columnOf(id) ?? '', type: 'text', level: null, categories: [] },
    totals: {
      up: pairs.filter(([, target]) => target === id).length,
      down: pairs.filter(([source]) => source === id).length,
    },
    walked: { up: true, down: true },
  });
  const edge = ([source, target, isIndirect]: [string, string, boolean]): SceneEdge => ({
    ...{ id: edgeId(source, target), source, target, kind: isIndirect ? 'INDIRECT' : 'DIRECT', jobs: [], sources: [] },
    ...{ transformation: isIndirect ? 'join' : 'identity', masking: false },
  });
  return {
    nodes: new Map(ids.map((id) => [id, node(id)])),
    edges: new Map(pairs.map((pair) => [edgeId(pair[0], pair[1]), edge(pair)])),
    omitted: [],
  };
}

export function givenColumnView(root: string, changes: Partial<View> = {}): View {
  const [focus = '', column = ''] = root.split('.');
  return givenView(focus, { level: 'column', column, up: 5, down: 5, ...changes });
}
