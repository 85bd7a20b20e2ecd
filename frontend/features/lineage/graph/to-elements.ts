import type { EdgeDefinition, NodeDefinition, StylesheetJson } from 'cytoscape';
import type { Tier } from './camera';
import { bundleWidth, DASHES, edgeLabel } from './edge-kind';
import type { Point } from './layout/layout-types';
import { CARD_WIDTH } from './layout/layout-types';
import { HOW_OFFSET, type Route } from './routes';
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
      difference: edge.difference ?? '',
      width: edge.look === 'more' ? 1.5 : bundleWidth(edge.bundle),
      label: edge.look === 'more' ? '' : edgeLabel(edge),
      how: edge.how,
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

export interface CanvasColors {
  readonly edge: string;
  readonly accent: string;
  readonly text: string;
  readonly ground: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
}

/** How everything on the canvas looks at a tier; from far away blocks stand for the cards. */
export function stylesheet(colors: CanvasColors, tier: Tier): StylesheetJson {
  const isFar = tier === 'block';
  return [
    ...nodeStyles(colors, isFar),
    edgeStyle(colors, isFar),
    ...lookStyles(),
    ...differenceStyles(colors),
    ...labelStyles(colors, tier),
    ...lightStyles(colors, isFar),
  ];
}

type Rule = StylesheetJson[number];

function nodeStyles(colors: CanvasColors, isFar: boolean): Rule[] {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 'data(w)',
        height: 'data(h)',
        'background-color': 'data(color)',
        'background-opacity': isFar ? 1 : 0,
        'border-width': 0,
      },
    },
    { selector: 'node[kind = "proxy"]', style: { 'background-opacity': 0 } },
    {
      selector: 'node[isFocus = 1], node[isSelected = 1]',
      style: { 'border-width': isFar ? 10 : 0, 'border-color': colors.accent },
    },
  ];
}

function edgeStyle(colors: CanvasColors, isFar: boolean): Rule {
  return {
    selector: 'edge',
    style: {
      'curve-style': 'unbundled-bezier',
      // Cytoscape knows this value, its typings do not yet.
      'edge-distances': 'endpoints' as 'intersection',
      'source-endpoint': 'data(from)',
      'target-endpoint': 'data(to)',
      'control-point-weights': 'data(weights)',
      'control-point-distances': 'data(distances)',
      width: isFar ? 4 : 'data(width)',
      'line-color': colors.edge,
      'line-opacity': isFar ? 0.45 : 0.9,
      'target-arrow-shape': isFar ? 'none' : 'triangle',
      'target-arrow-color': colors.edge,
      'arrow-scale': 0.8,
      events: 'no',
    },
  };
}

function lookStyles(): Rule[] {
  const dashed = (['indirect', 'whole', 'bridged', 'more'] as const).map((look): Rule => {
    const cap = look === 'indirect' ? 'round' : 'butt';
    return {
      selector: `edge[look = "${look}"]`,
      style: { 'line-style': 'dashed', 'line-dash-pattern': [...DASHES[look]], 'line-cap': cap },
    };
  });
  return [
    { selector: 'edge[isStraight = 1]', style: { 'curve-style': 'straight' } },
    ...dashed,
    { selector: 'edge[look = "more"]', style: { 'line-opacity': 0.6, 'target-arrow-shape': 'none' } },
  ];
}

/** What came, went and changed stands out; the rest steps back. */
function differenceStyles({ added, removed, changed }: CanvasColors): Rule[] {
  const tone = (color: string) => ({ 'line-color': color, 'target-arrow-color': color, 'line-opacity': 1 });
  return [
    { selector: 'edge[difference = "UNCHANGED"]', style: { 'line-opacity': 0.4 } },
    { selector: 'edge[difference = "ADDED"]', style: { ...tone(added), width: 2.5 } },
    { selector: 'edge[difference = "CHANGED"]', style: { ...tone(changed), width: 2.5 } },
    {
      selector: 'edge[difference = "REMOVED"]',
      style: { ...tone(removed), width: 2, 'line-style': 'dashed', 'line-dash-pattern': [6, 5] },
    },
  ];
}

/** Counts stand in the middle of a line; what happens to a value where it arrives, beside its row. */
function labelStyles(colors: CanvasColors, tier: Tier): Rule[] {
  const style = {
    'font-size': tier === 'full' ? 11 : 16,
    'font-family': 'Inter Variable, Inter, system-ui, sans-serif',
    color: colors.text,
    'text-background-color': colors.ground,
    'text-background-opacity': 1,
    'text-background-padding': '3px',
    'min-zoomed-font-size': 7,
  };
  return [
    { selector: 'edge[label != ""]', style: { ...style, label: 'data(label)' } },
    { selector: 'edge[how != ""]', style: { ...style, 'target-label': 'data(how)', 'target-text-offset': HOW_OFFSET } },
  ];
}

function lightStyles(colors: CanvasColors, isFar: boolean): Rule[] {
  const lit = { 'line-color': colors.accent, 'target-arrow-color': colors.accent, 'line-opacity': 1, 'z-index': 9 };
  return [
    { selector: 'edge.lit', style: { ...lit, width: isFar ? 8 : 2.5 } },
    { selector: 'edge.dim', style: { 'line-opacity': 0.28 } },
  ];
}
