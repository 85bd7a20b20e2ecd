'use client';

import type { Core, EdgeDefinition, ElementDefinition, NodeDefinition } from 'cytoscape';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraStore } from '../stage/camera-store';
import type { Rect, Tier } from './camera';
import { stylesheet, toEdge, toNode, toProxy, type BlockLook, type CanvasColors } from './to-elements';
import { edgesIn, nodesIn, type Drawing } from './viewport';

/** Never more nodes than this in the canvas at once: panning stays smooth. */
const MAX_NODES = 600;

interface LineageCanvasProps {
  readonly drawing: Drawing;
  readonly camera: CameraStore;
  readonly window: Rect;
  readonly tier: Tier;
  readonly colors: CanvasColors;
  readonly lookOf: (id: string) => BlockLook;
  /** Edges in the light; null when nothing is picked out and all are drawn alike. */
  readonly lit: ReadonlySet<string> | null;
  /** Called once edges are on the canvas: whoever drew them until then can stop. */
  readonly onReady: (isReady: boolean) => void;
  readonly className?: string | undefined;
}

/** Draws edges, and blocks when zoomed out, with Cytoscape, which arrives after the first paint. Sees no events. */
export function LineageCanvas(props: LineageCanvasProps) {
  const { drawing, camera, window: area, tier, colors, lookOf, lit, onReady, className } = props;
  const container = useRef<HTMLDivElement>(null);
  const core = useCytoscape(container);
  useEffect(() => {
    core?.style(stylesheet(colors, tier));
  }, [core, colors, tier]);
  useEffect(() => {
    if (!core) return;
    synchronize(core, elementsOf(drawing, area, lookOf));
    if (container.current) container.current.dataset['liveNodes'] = String(core.nodes().length);
    onReady(true);
  }, [core, drawing, area, lookOf, onReady]);
  useEffect(() => {
    if (core) light(core, lit);
  }, [core, lit, drawing, area]);
  useEffect(() => (core ? followCamera(core, camera) : undefined), [core, camera]);
  return (
    <>
      {/* Cytoscape looks for this id before it adds a style element of its own, which our content policy refuses. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div ref={container} className={className} aria-hidden="true" data-testid="canvas" />
    </>
  );
}

/** The canvas, once it is there: null on the server, at the first paint and after a failure to load it. */
function useCytoscape(container: RefObject<HTMLDivElement | null>): Core | null {
  const [core, setCore] = useState<Core | null>(null);
  useEffect(() => {
    let created: Core | null = null;
    const abort = new AbortController();
    const create = async (): Promise<void> => {
      await afterPaint();
      const { default: cytoscape } = await import('cytoscape');
      if (abort.signal.aborted || !container.current) return;
      created = cytoscape({ container: container.current, ...PASSIVE });
      setCore(created);
    };
    // Without it the vector edges of the first paint simply stay.
    create().catch(() => undefined);
    return () => {
      abort.abort();
      created?.destroy();
    };
  }, [container]);
  return core;
}

function light(core: Core, lit: ReadonlySet<string> | null): void {
  core.batch(() => {
    core.edges().forEach((edge) => {
      edge.toggleClass('lit', lit?.has(edge.id()) ?? false);
      edge.toggleClass('dim', lit !== null && !lit.has(edge.id()));
    });
  });
}

function followCamera(core: Core, camera: CameraStore): () => void {
  let { width, height } = camera.size();
  const follow = (): void => {
    const { x, y, zoom } = camera.get();
    const size = camera.size();
    if (size.width !== width || size.height !== height) core.resize();
    ({ width, height } = size);
    core.viewport({ zoom, pan: { x: width / 2 + x, y: height / 2 + y } });
  };
  core.resize();
  follow();
  return camera.subscribe(follow);
}

const PASSIVE = {
  userPanningEnabled: false,
  userZoomingEnabled: false,
  boxSelectionEnabled: false,
  autoungrabify: true,
  autounselectify: true,
  minZoom: 0.01,
  maxZoom: 10,
  hideEdgesOnViewport: false,
} as const;

/** When the browser has painted and has nothing better to do. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

function elementsOf(drawing: Drawing, area: Rect, lookOf: (id: string) => BlockLook): Map<string, ElementDefinition> {
  const { places } = drawing.layout;
  const nodes = new Map<string, NodeDefinition>();
  for (const placed of nodesIn(drawing, area, MAX_NODES))
    nodes.set(placed.node.id, toNode(placed, lookOf(placed.node.id)));
  const edges: EdgeDefinition[] = [];
  for (const routed of edgesIn(drawing, area)) {
    const source = places[routed.edge.source];
    const target = places[routed.edge.target];
    if (!source || !target) continue;
    for (const [id, place] of [
      [routed.edge.source, source],
      [routed.edge.target, target],
    ] as const) {
      if (!nodes.has(id)) nodes.set(id, toProxy(id, place));
    }
    edges.push(toEdge(routed, source, target));
  }
  return new Map<string, ElementDefinition>([
    ...nodes,
    ...edges.map((edge): [string, ElementDefinition] => [edge.data.id ?? '', edge]),
  ]);
}

/** Changes only what differs, in one go. */
function synchronize(core: Core, wanted: ReadonlyMap<string, ElementDefinition>): void {
  core.batch(() => {
    core
      .elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    const added: ElementDefinition[] = [];
    for (const [id, definition] of wanted) {
      const element = core.getElementById(id);
      if (element.empty()) added.push(definition);
      else {
        if (JSON.stringify(element.data()) !== JSON.stringify(definition.data)) element.data(definition.data);
        if (definition.position) element.position(definition.position);
      }
    }
    core.add(added);
  });
}
