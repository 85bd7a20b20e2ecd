import { isWithin, type Rect } from './camera';
import type { Picture, PictureEdge, PictureNode } from './group';
import { CARD_WIDTH, type Layout, type Place } from './layout/layout-types';
import { shortCount } from './describe';
import { routeOf, type Route } from './routes';
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
    const ports = { out: handles.get(edge.source)?.down ?? 0, into: handles.get(edge.target)?.up ?? 0 };
    const route = routeOf(edge, layout, ports);
    return route ? [{ edge, route, box: boxOf(route) }] : [];
  });
  return { picture, layout, nodes, edges };
}

/** How far the "+4" handles of a card stand out on both sides; 0 where there is none. */
function handlesOf(node: PictureNode): { up: number; down: number } {
  if (node.kind !== 'asset') return { up: 0, down: 0 };
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
