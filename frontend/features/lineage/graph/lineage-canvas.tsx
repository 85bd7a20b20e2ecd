'use client';

import type { Core, ElementDefinition } from 'cytoscape';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { CameraStore } from '../stage/camera-store';
import type { Rect, Tier } from './camera';
import type { Point } from './layout/layout-types';
import { stylesheet, toEdge, toNode, toProxy, type BlockLook, type CanvasColors } from './to-elements';
import { edgesIn, nodesIn, type Drawing, type PlacedNode, type RoutedEdge } from './viewport';

/** Never more nodes than this in the canvas at once, ends of edges out of sight included: panning stays smooth. */
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
  const describe = useMemo(() => describing(drawing, lookOf), [drawing, lookOf]);
  useEffect(() => {
    if (!core) return;
    synchronize(core, elementsOf(drawing, area, describe));
    if (container.current) container.current.dataset['liveNodes'] = String(core.nodes().length);
    onReady(true);
  }, [core, drawing, area, describe, onReady]);
  useEffect(() => {
    if (core) light(core, lit);
  }, [core, lit, drawing, area]);
  useEffect(
    () => (core && container.current ? followCamera(core, camera, container.current) : undefined),
    [core, camera],
  );
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
  if (lit === null && core.edges('.lit, .dim').empty()) return;
  core.batch(() => {
    core.edges().forEach((edge) => {
      edge.toggleClass('lit', lit?.has(edge.id()) ?? false);
      edge.toggleClass('dim', lit !== null && !lit.has(edge.id()));
    });
  });
}

/** The canvas reaches this many pixels beyond the stage, as in stage.module.css. */
const OVERSCAN = 200;
/** After this many milliseconds without movement the canvas is drawn anew where it stands. */
const SETTLE_MS = 120;

/**
 * Keeps the canvas under the camera. Panning only moves what is drawn; it is drawn anew when the reader zooms, nears
 * the end of what is drawn, or rests.
 */
function followCamera(core: Core, camera: CameraStore, element: HTMLElement): () => void {
  let drawn = camera.get();
  let size = camera.size();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shift = (): void => {
    const { x, y } = camera.get();
    element.style.transform = `translate(${String(x - drawn.x)}px, ${String(y - drawn.y)}px)`;
  };
  const draw = (): void => {
    const next = camera.get();
    const { width, height } = camera.size();
    // The old picture stays where it is until the new one has been painted: both change in the same frame.
    core.one('render', () => {
      drawn = next;
      shift();
    });
    core.viewport({ zoom: next.zoom, pan: { x: width / 2 + next.x + OVERSCAN, y: height / 2 + next.y + OVERSCAN } });
  };
  const follow = (): void => {
    const { x, y, zoom } = camera.get();
    clearTimeout(timer);
    if (camera.size() !== size) core.resize();
    const isNear = Math.max(Math.abs(x - drawn.x), Math.abs(y - drawn.y)) < OVERSCAN;
    if (zoom === drawn.zoom && isNear && camera.size() === size) {
      shift();
      timer = setTimeout(draw, SETTLE_MS);
    } else draw();
    size = camera.size();
  };
  core.resize();
  draw();
  const stop = camera.subscribe(follow);
  return () => {
    stop();
    clearTimeout(timer);
  };
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

/** What an element was last given: nothing is compared or set anew for what is the same object as before. */
const given = new WeakMap<Core, ReadonlyMap<string, ElementDefinition>>();

function elementsOf(drawing: Drawing, area: Rect, describe: Describe): Map<string, ElementDefinition> {
  const { places } = drawing.layout;
  const wanted = new Map<string, ElementDefinition>();
  for (const placed of nodesIn(drawing, area, MAX_NODES)) wanted.set(placed.node.id, describe.node(placed));
  let nodes = wanted.size;
  for (const routed of edgesIn(drawing, area)) {
    const { source, target } = routed.edge;
    const outside = [source, target].filter((id) => !wanted.has(id) && places[id]);
    if (nodes + outside.length > MAX_NODES) continue;
    for (const id of outside) wanted.set(id, describe.proxy(id));
    nodes += outside.length;
    wanted.set(routed.edge.id, describe.edge(routed));
  }
  return wanted;
}

interface Describe {
  readonly node: (placed: PlacedNode) => ElementDefinition;
  readonly proxy: (id: string) => ElementDefinition;
  readonly edge: (routed: RoutedEdge) => ElementDefinition;
}

/** Descriptions of the elements of a drawing, made once each. */
function describing({ layout }: Drawing, lookOf: (id: string) => BlockLook): Describe {
  const made = new Map<string, ElementDefinition>();
  const once = (key: string, make: () => ElementDefinition): ElementDefinition => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };
  const placeOf = (id: string): Point => layout.places[id] ?? { x: 0, y: 0 };
  return {
    node: (placed) => once(placed.node.id, () => toNode(placed, lookOf(placed.node.id))),
    proxy: (id) => once(`proxy ${id}`, () => toProxy(id, placeOf(id))),
    edge: (routed) =>
      once(routed.edge.id, () => toEdge(routed, placeOf(routed.edge.source), placeOf(routed.edge.target))),
  };
}

/** Changes only what differs, in one go. */
function synchronize(core: Core, wanted: ReadonlyMap<string, ElementDefinition>): void {
  const before = given.get(core) ?? new Map<string, ElementDefinition>();
  given.set(core, wanted);
  core.batch(() => {
    for (const id of before.keys()) if (!wanted.has(id)) core.getElementById(id).remove();
    const added: ElementDefinition[] = [];
    for (const [id, definition] of wanted) {
      const known = before.get(id);
      if (!known) added.push(definition);
      else if (known !== definition) renew(core, id, known, definition);
    }
    // Ends before edges: an edge cannot be added to a node that is not there yet.
    core.add(added.sort((a, b) => Number(a.group === 'edges') - Number(b.group === 'edges')));
  });
}

function renew(core: Core, id: string, known: ElementDefinition, definition: ElementDefinition): void {
  const element = core.getElementById(id);
  if (JSON.stringify(known.data) !== JSON.stringify(definition.data)) element.data(definition.data);
  if (definition.position) element.position(definition.position);
}
