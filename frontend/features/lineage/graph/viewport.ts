import { isWithin, type Rect } from './camera';
import type { Picture, PictureEdge, PictureNode } from './group';
import { CARD_HEIGHT, CARD_WIDTH, type Layout, type Place, type Point } from './layout/layout-types';
import { shortCount } from './describe';
import { routeOf, type Ports, type Route } from './routes';
import type { SideState } from './visible';

/** A node with its place, ready to draw. */
export interface PlacedNode {
  readonly node: PictureNode;
  readonly place: Place;
}

export interface RoutedEdge {
  readonly edge: PictureEdge;
  readonly route: Route;
  readonly box: Rect;
}

/** A picture with everything placed and routed; what the stage, the minimap and the exports draw. */
export interface Drawing {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly RoutedEdge[];
  /** Where the focus ring can stand: cards, and rows of cards. */
  readonly stops: ReadonlyMap<string, Stop>;
}

/** A place of the focus ring, and the card it is on. */
export interface Stop extends Point {
  readonly card: string;
}

/** How far a handle reaches into its card; the same in cards.module.css. */
const HANDLE_INSET = 10;

/** Most edges drawn at once; the longest ones give way. */
export const MAX_EDGES = 800;

export function drawingOf(picture: Picture, layout: Layout): Drawing {
  const nodes = picture.nodes.flatMap((node): PlacedNode[] => {
    const place = layout.places[node.id];
    return place ? [{ node, place }] : [];
  });
  const handles = new Map(picture.nodes.map((node) => [node.id, handlesOf(node)]));
  const edges = picture.edges.flatMap((edge): RoutedEdge[] => {
    const ports = portsOf(edge, handles.get(edge.source), handles.get(edge.target));
    const route = routeOf(edge, layout, ports);
    return route ? [{ edge, route, box: boxOf(route) }] : [];
  });
  return { picture, layout, nodes, edges, stops: stopsOf(nodes) };
}

interface Handles {
  readonly up: number;
  readonly down: number;
}

/** Where a line leaves and arrives: beside the handles, and at its rows when it has any. */
function portsOf({ ends }: PictureEdge, source: Handles = NO_HANDLES, target: Handles = NO_HANDLES): Ports {
  return { out: source.down, into: target.up, outY: ends?.sourceY ?? 0, intoY: ends?.targetY ?? 0 };
}

const NO_HANDLES: Handles = { up: 0, down: 0 };

function stopsOf(nodes: readonly PlacedNode[]): Map<string, Stop> {
  const stops = new Map<string, Stop>();
  for (const { node, place } of nodes) {
    stops.set(node.id, { x: place.x, y: place.y, card: node.id });
    if (node.kind !== 'asset' || !node.rows) continue;
    // Its rows lie around the middle of a tall card: the head is the stop above them.
    stops.set(node.id, { x: place.x, y: place.y + (CARD_HEIGHT - place.height) / 2, card: node.id });
    for (const row of node.rows.shown) stops.set(row.id, { x: place.x, y: place.y + row.y, card: node.id });
  }
  return stops;
}

/** How far the "+4" handles of a card stand out on both sides; 0 where there is none. */
function handlesOf(node: PictureNode): Handles {
  if (node.kind !== 'asset') return NO_HANDLES;
  const width = ({ more, isOpen, shown }: SideState): number =>
    more === 0 || (isOpen && shown > 0) ? 0 : Math.max(24, 14 + 7 * (shortCount(more).length + 1)) - HANDLE_INSET;
  return { up: width(node.node.up), down: width(node.node.down) };
}

export function boxOfPlace({ x, y, height }: Place): Rect {
  return { left: x - CARD_WIDTH / 2, right: x + CARD_WIDTH / 2, top: y - height / 2, bottom: y + height / 2 };
}

function boxOf({ start, end, controls }: Route): Rect {
  const points = [start, end, ...controls];
  return {
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
}

/** The cards of a part of the model, those nearest its middle when there are more than `most`. */
export function nodesIn(drawing: Drawing, area: Rect, most: number): PlacedNode[] {
  const inside = drawing.nodes.filter(({ place }) => isWithin(boxOfPlace(place), area));
  if (inside.length <= most) return inside;
  const x = (area.left + area.right) / 2;
  const y = (area.top + area.bottom) / 2;
  const far = ({ place }: PlacedNode): number => Math.hypot(place.x - x, place.y - y);
  return inside.sort((a, b) => far(a) - far(b)).slice(0, most);
}

/** The edges that touch a part of the model, shortest first when there are too many. */
export function edgesIn(drawing: Drawing, area: Rect): RoutedEdge[] {
  const inside = drawing.edges.filter(({ box }) => isWithin(box, area));
  if (inside.length <= MAX_EDGES) return inside;
  const length = ({ box }: RoutedEdge): number => box.right - box.left + box.bottom - box.top;
  return inside.sort((a, b) => length(a) - length(b)).slice(0, MAX_EDGES);
}
