import { edgeId, type AssetSummary, type Scene, type SceneNode } from '../graph';
import { NO_FILTER, type View } from '../view';

/** An asset named after its id, with what the test is about. */
export function givenAsset(id: string, facts: Partial<AssetSummary> = {}): AssetSummary {
  return {
    id,
    namespace: 'postgres://db',
    name: `shop.marts.${id}`,
    displayName: id,
    type: 'TABLE',
    status: 'ACTIVE',
    statusReason: null,
    platform: 'postgres',
    layer: null,
    owner: null,
    tags: [],
    level: null,
    categories: [],
    columnCount: 3,
    openViolations: null,
    ...facts,
  };
}

/** A scene from edges like `a>b b>c`; `hidden` adds neighbours the API counts but did not send: `{ b: { down: 7 } }`. */
export function givenScene(
  edges: string,
  hidden: Readonly<Record<string, Partial<Record<'up' | 'down', number>>>> = {},
  facts: Readonly<Record<string, Partial<AssetSummary>>> = {},
): Scene {
  const pairs = edges.split(' ').map((edge) => edge.split('>') as [string, string]);
  const ids = [...new Set(pairs.flat())];
  const node = (id: string): SceneNode => ({
    id,
    asset: givenAsset(id, facts[id]),
    column: null,
    totals: {
      up: pairs.filter(([, target]) => target === id).length + (hidden[id]?.up ?? 0),
      down: pairs.filter(([source]) => source === id).length + (hidden[id]?.down ?? 0),
    },
    walked: { up: false, down: false },
  });
  return {
    nodes: new Map(ids.map((id) => [id, node(id)])),
    edges: new Map(pairs.map(([source, target]) => [edgeId(source, target), givenEdge(source, target)])),
    omitted: [],
  };
}

function givenEdge(source: string, target: string) {
  const said = { kind: 'DIRECT', jobs: [], sources: ['dbt shop'], transformation: null, masking: false };
  return { id: edgeId(source, target), source, target, ...said };
}

export function givenView(focus: string, changes: Partial<View> = {}): View {
  const steps = { expansions: [], closed: [], hidden: [] };
  const rest = {
    filter: NO_FILTER,
    at: null,
    diff: null,
    path: null,
    selector: null,
    level: 'table',
    column: null,
    isDirectOnly: false,
  } as const;
  return { focus, up: 1, down: 1, ...steps, ...rest, ...changes };
}
