'use client';

import dynamic from 'next/dynamic';
import { edgeId, type SceneEdge } from './graph/graph';
import type { PictureEdge } from './graph/group';
import type { Explorer } from './use-explorer';

const GraphTable = dynamic(() => import('./table/graph-table').then((module) => module.GraphTable));
const ColumnTable = dynamic(() => import('./table/column-table').then((module) => module.ColumnTable));
const Details = dynamic(() => import('./side/details').then((module) => module.Details));
const ColumnDetails = dynamic(() => import('./side/column-details').then((module) => module.ColumnDetails));

/** The table twin: of assets, or of columns. */
export function ExplorerTable({
  explorer,
  onOpen,
}: {
  readonly explorer: Explorer;
  readonly onOpen: (id: string) => void;
}) {
  const { params, sceneState, graph, step } = explorer;
  if (sceneState.answered.level === 'table')
    return <GraphTable picture={step.drawing.picture} selected={params.sel} onOpen={onOpen} />;
  return <ColumnTable graph={graph} selected={params.sel} onOpen={onOpen} />;
}

/** What is selected, beside the graph or its table. */
export function ExplorerDetails({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  const { graph, steps, actions, nameOf, nodeOf, picture, params } = explorer;
  const node = nodeOf(id);
  if (!node) return null;
  const edges = { into: edgesInto(explorer, id), outOf: edgesOutOf(explorer, id), nameOf };
  if (node.column) {
    const follow = (): void => actions.follow(node.asset.id, node.column?.name ?? null);
    const isRoot = id === graph.focus;
    return <ColumnDetails {...edges} node={node} isRoot={isRoot} onFollow={follow} onSelect={actions.select} />;
  }
  return (
    <Details
      node={node}
      {...edges}
      isFocus={id === picture.focus}
      at={params.at}
      actions={{ ...steps, hide: actions.hide, pathTo: actions.pathTo, select: actions.select }}
    />
  );
}

/** Drawn edges into a node; into a card of columns, one for each card they come from. */
function edgesInto({ graph, picture }: Explorer, id: string): readonly SceneEdge[] {
  const own = graph.edges.filter((edge) => edge.target === id);
  return own.length > 0 ? own : betweenCards(picture.edges.filter((edge) => edge.target === id));
}

function edgesOutOf({ graph, picture }: Explorer, id: string): readonly SceneEdge[] {
  const own = graph.edges.filter((edge) => edge.source === id);
  return own.length > 0 ? own : betweenCards(picture.edges.filter((edge) => edge.source === id));
}

function betweenCards(edges: readonly PictureEdge[]): SceneEdge[] {
  const pairs = new Map<string, SceneEdge>();
  for (const { source, target, edges: recorded } of edges) {
    const [first] = recorded;
    if (first) pairs.set(edgeId(source, target), { ...first, id: edgeId(source, target), source, target });
  }
  return [...pairs.values()];
}
