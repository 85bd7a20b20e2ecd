import type { EdgeDefinition, NodeDefinition } from 'cytoscape';
import { bundleWidth, edgeLabel } from './edge-kind';
import type { Point } from './layout/layout-types';
import { CARD_WIDTH } from './layout/layout-types';
import type { Route } from './routes';
import type { PlacedNode, RoutedEdge } from './viewport';

/** What is drawn of a node from far away. */
export interface BlockLook {
  readonly color: string;
  readonly isFocus: boolean;
  readonly isSelected: boolean;
}

/** A block of a node; its card, when there is one, lies over it. */
export function toNode({ node, place }: PlacedNode, look: BlockLook): NodeDefinition {
  return {
    group: 'nodes',
    data: {
      id: node.id,
      w: CARD_WIDTH,
      h: place.height,
      color: look.color,
      kind: node.kind,
      isFocus: look.isFocus ? 1 : 0,
      isSelected: look.isSelected ? 1 : 0,
    },
    position: { x: place.x, y: place.y },
  };
}

/** A point too small to see, where an edge ends whose card is out of sight. */
export function toProxy(id: string, place: Point): NodeDefinition {
  return {
    group: 'nodes',
    data: { id, w: 1, h: 1, color: 'transparent', kind: 'proxy', isFocus: 0, isSelected: 0 },
    position: { ...place },
  };
}

/**
 * An edge along its route. Cytoscape wants control points as shares of the way from end to end (weights) and distances
 * to the side of it, and the ends as offsets from the centres of the nodes.
 */
export function toEdge({ edge, route }: RoutedEdge, source: Point, target: Point): EdgeDefinition {
  const { weights, distances } = relative(route);
  return {
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      look: edge.look,
      width: edge.look === 'more' ? 1.5 : bundleWidth(edge.bundle),
      label: edge.look === 'more' ? '' : edgeLabel(edge),
      from: offset(route.start, source),
      to: offset(route.end, target),
      weights,
      distances,
      isStraight: route.controls.length === 0 ? 1 : 0,
    },
  };
}

function offset(point: Point, center: Point): string {
  return `${String(point.x - center.x)}px ${String(point.y - center.y)}px`;
}

function relative({ start, end, controls }: Route): { weights: number[]; distances: number[] } {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy) || 1;
  const weights: number[] = [];
  const distances: number[] = [];
  for (const { x, y } of controls) {
    weights.push(((x - start.x) * dx + (y - start.y) * dy) / (length * length));
    distances.push(((x - start.x) * -dy + (y - start.y) * dx) / length);
  }
  return { weights, distances };
}
