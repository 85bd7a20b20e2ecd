import type { Column, LayoutEdge, Place, Point } from './layout-types';
import { CARD_WIDTH, MAX_LANES, ROW_GAP, SUB_GAP } from './layout-types';

const BUS_DISTANCE = 56;
const BUS_PITCH = 12;
/** How far a line runs on past a column before it turns. */
const STUB = 28;

/** What a route needs to know of the picture: where things stand and how high a lane passes a column. */
export interface Ground {
  readonly places: Readonly<Record<string, Place>>;
  readonly columns: ReadonlyMap<number, Column>;
  /** Height at which the edge passes the column of this rank. */
  readonly laneOf: (edge: LayoutEdge, rank: number) => number;
}

/**
 * Points that edges pass between their ends, for those that cannot go straight from card to card.
 *
 * An edge over up to MAX_LANES columns passes each at its lane; a longer one takes the bus above or below everything;
 * into and out of a wrapped column it follows the gap between two rows. Edges to the left get none.
 */
export function waypointsOf(edges: readonly LayoutEdge[], ground: Ground): Record<string, Point[]> {
  const bus = new Bus(ground.places);
  const waypoints: Record<string, Point[]> = {};
  for (const edge of edges) {
    const source = ground.places[edge.source];
    const target = ground.places[edge.target];
    if (!source || !target || source.rank >= target.rank) continue;
    const points = [
      ...leaving(source, target, ground),
      ...between(edge, source, target, { ground, bus }),
      ...entering(source, target, ground),
    ];
    if (points.length > 0) waypoints[edge.id] = points;
  }
  return waypoints;
}

function between(
  edge: LayoutEdge,
  source: Place,
  target: Place,
  { ground, bus }: { ground: Ground; bus: Bus },
): Point[] {
  const span = target.rank - source.rank - 1;
  if (span > MAX_LANES) return bus.ride(source, target);
  const points: Point[] = [];
  for (let rank = source.rank + 1; rank < target.rank; rank++) {
    const column = ground.columns.get(rank);
    if (!column) continue;
    const y = ground.laneOf(edge, rank);
    points.push({ x: column.left, y }, { x: column.right, y });
  }
  return points;
}

/** Out of an inner sub-column: down or up into the gap beside the row, then along it. */
function leaving(source: Place, target: Place, { columns }: Ground): Point[] {
  const column = columns.get(source.rank);
  const right = source.x + CARD_WIDTH / 2;
  if (!column || right >= column.right) return [];
  const y = gapBeside(source, target);
  return [
    { x: right + SUB_GAP / 2, y },
    { x: column.right, y },
  ];
}

function entering(source: Place, target: Place, { columns }: Ground): Point[] {
  const column = columns.get(target.rank);
  const left = target.x - CARD_WIDTH / 2;
  if (!column || left <= column.left) return [];
  const y = gapBeside(target, source);
  return [
    { x: column.left, y },
    { x: left - SUB_GAP / 2, y },
  ];
}

function gapBeside(place: Place, other: Place): number {
  const half = (place.height + ROW_GAP) / 2;
  return other.y <= place.y ? place.y - half : place.y + half;
}

/** The lines above and below everything, handed out one after the other from the inside. */
class Bus {
  private readonly top: number;
  private readonly bottom: number;
  private above = 0;
  private below = 0;

  constructor(places: Readonly<Record<string, Place>>) {
    const all = Object.values(places);
    this.top = all.reduce((least, place) => Math.min(least, place.y - place.height / 2), Infinity);
    this.bottom = all.reduce((most, place) => Math.max(most, place.y + place.height / 2), -Infinity);
  }

  ride(source: Place, target: Place): Point[] {
    const middle = (source.y + target.y) / 2;
    const isAbove = middle - this.top <= this.bottom - middle;
    const y = isAbove
      ? this.top - BUS_DISTANCE - this.above++ * BUS_PITCH
      : this.bottom + BUS_DISTANCE + this.below++ * BUS_PITCH;
    return [
      { x: source.x + CARD_WIDTH / 2 + STUB * 2, y },
      { x: target.x - CARD_WIDTH / 2 - STUB * 2, y },
    ];
  }
}
