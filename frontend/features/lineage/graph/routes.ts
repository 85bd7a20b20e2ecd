import { edgeId } from './graph';
import { CARD_WIDTH, ROW_GAP, type Layout, type Place, type Point } from './layout/layout-types';

/** An edge as a line: a smooth curve from `start` to `end`, drawn towards each control point in turn. */
export interface Route {
  readonly start: Point;
  readonly end: Point;
  readonly controls: readonly Point[];
}

/** How far along the way to the next point a curve leaves the horizontal. */
const BEND = 0.42;
const HALF = CARD_WIDTH / 2;

/** How far the handles of the two cards stand out where the edge leaves and arrives, and how far below their middles. */
export interface Ports {
  readonly out: number;
  readonly into: number;
  readonly outY: number;
  readonly intoY: number;
}

const NO_PORTS: Ports = { out: 0, into: 0, outY: 0, intoY: 0 };

/** The route of an edge, or null when an end is not placed; it leaves and arrives at the handles, not under them. */
export function routeOf(
  edge: { source: string; target: string },
  layout: Layout,
  ports: Ports = NO_PORTS,
): Route | null {
  const source = layout.places[edge.source];
  const target = layout.places[edge.target];
  if (!source || !target || edge.source === edge.target) return null;
  if (source.rank === target.rank) return besideColumn(source, target, ports);
  if (source.rank > target.rank) return backwards(source, target, ports);
  const start = { x: source.x + HALF + ports.out, y: source.y + ports.outY };
  const end = { x: target.x - HALF - ports.into, y: target.y + ports.intoY };
  const between = layout.waypoints[edgeId(edge.source, edge.target)] ?? [];
  return { start, end, controls: through([start, ...between, end]) };
}

/** Control points that leave and reach every point horizontally; points between the ends are kept as corners. */
function through(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const bend = (to.x - from.x) * BEND;
    const isLast = index === points.length - 2;
    const curve =
      from.y === to.y
        ? []
        : [
            { x: from.x + bend, y: from.y },
            { x: to.x - bend, y: to.y },
          ];
    return isLast ? curve : [...curve, to];
  });
}

/** Within one column (a cycle): down along the right side, up along the left. */
function besideColumn(source: Place, target: Place, { outY, intoY }: Ports): Route {
  const side = target.y > source.y ? 1 : -1;
  const [from, to] = [source.y + outY, target.y + intoY];
  const x = source.x + side * HALF;
  const rows = Math.abs(target.y - source.y) / (source.height + ROW_GAP);
  const bulge = x + side * Math.min(88, 20 + rows * 12);
  return {
    start: { x, y: from },
    end: { x, y: to },
    controls: [
      { x: bulge, y: from },
      { x: bulge, y: to },
    ],
  };
}

/** Towards the left: out at the right, around below the lower of the two, in at the left. */
function backwards(source: Place, target: Place, { outY, intoY }: Ports): Route {
  const start = { x: source.x + HALF, y: source.y + outY };
  const end = { x: target.x - HALF, y: target.y + intoY };
  const y = Math.max(source.y + source.height / 2, target.y + target.height / 2) + ROW_GAP / 2;
  return {
    start,
    end,
    controls: [
      { x: start.x + 48, y: start.y },
      { x: start.x + 48, y },
      { x: end.x - 48, y },
      { x: end.x - 48, y: end.y },
    ],
  };
}

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const text = ({ x, y }: Point): string => `${String(round(x))} ${String(round(y))}`;
const round = (value: number): number => Math.round(value * 10) / 10;

/** The route as SVG path data: quadratic curves joined at the middles of the control points. */
export function pathOf({ start, end, controls }: Route): string {
  if (controls.length === 0) return `M${text(start)} L${text(end)}`;
  const curves = controls.map((control, index) => {
    const next = controls[index + 1];
    return `Q${text(control)} ${text(next ? middle(control, next) : end)}`;
  });
  return `M${text(start)} ${curves.join(' ')}`;
}

/** Points along the route, `perCurve` for each of its curves and both ends. */
export function samplesOf({ start, end, controls }: Route, perCurve = 6): Point[] {
  const samples = [start];
  let from = start;
  controls.forEach((control, index) => {
    const next = controls[index + 1];
    const to = next ? middle(control, next) : end;
    for (let step = 1; step <= perCurve; step++) samples.push(onCurve(from, control, to, step / perCurve));
    from = to;
  });
  return controls.length === 0 ? [start, end] : samples;
}

function onCurve(from: Point, control: Point, to: Point, t: number): Point {
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** The point halfway along a route, for its label. */
export function middleOf(route: Route): Point {
  const samples = samplesOf(route);
  return samples[samples.length >> 1] ?? route.start;
}

/** From the end of a line back to the middle of the words beside it, in model units. */
export const HOW_OFFSET = 46;

/** Where the words about a line's end stand. */
export function nearEnd(route: Route): Point {
  const samples = samplesOf(route).toReversed();
  const far = (point: Point): number => Math.hypot(point.x - route.end.x, point.y - route.end.y);
  return samples.find((point) => far(point) >= HOW_OFFSET) ?? route.start;
}

/** Distance from a point to the line of a route, in model units. */
export function distanceTo(route: Route, point: Point): number {
  const samples = samplesOf(route);
  let least = Infinity;
  for (let i = 1; i < samples.length; i++) {
    least = Math.min(least, toSegment(samples[i - 1] ?? route.start, samples[i] ?? route.end, point));
  }
  return least;
}

function toSegment(a: Point, b: Point, p: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
