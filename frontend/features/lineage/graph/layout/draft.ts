import { widthOf } from './columns';
import type { Interval } from './free-space';
import type { Column, Layout, Place, Point } from './layout-types';
import { COLUMN_GAP } from './layout-types';

/** A layout being added to: what it holds stays, but for columns further out that make room for a wider one. */
export class Draft {
  readonly places: Record<string, Place>;
  readonly columns: Map<number, Column>;
  waypoints: Record<string, readonly Point[]>;

  constructor(prior: Layout, keptNodes: ReadonlySet<string>, keptEdges: ReadonlySet<string>) {
    this.places = Object.fromEntries(Object.entries(prior.places).filter(([id]) => keptNodes.has(id)));
    this.waypoints = Object.fromEntries(Object.entries(prior.waypoints).filter(([id]) => keptEdges.has(id)));
    const used = new Set(Object.values(this.places).map((place) => place.rank));
    const ranks = [...used];
    const lowest = Math.min(...ranks);
    const highest = Math.max(...ranks);
    this.columns = new Map(
      prior.columns.filter(({ rank }) => rank >= lowest && rank <= highest).map((column) => [column.rank, column]),
    );
  }

  /** The column of a rank, made when there is none, at least wide enough for so many sub-columns. */
  columnFor(rank: number, perRow: number): Column {
    const width = widthOf(perRow);
    const known = this.columns.get(rank) ?? this.newColumn(rank, width);
    const lack = width - (known.right - known.left);
    if (lack <= 0) return known;
    const isLeft = rank < 0;
    const wider = isLeft ? { ...known, left: known.left - lack } : { ...known, right: known.right + lack };
    this.columns.set(rank, wider);
    this.moveBeyond(rank, isLeft ? -lack : lack);
    return wider;
  }

  /** Stretches of a column that cards stand in, and that long edges pass through. Looks at everything that is drawn. */
  takenIn(rank: number): Interval[] {
    const taken: Interval[] = [];
    for (const place of Object.values(this.places)) {
      if (place.rank === rank) taken.push({ top: place.y - place.height / 2, bottom: place.y + place.height / 2 });
    }
    const column = this.columns.get(rank);
    if (!column) return taken;
    for (const points of Object.values(this.waypoints)) {
      for (const { x, y } of points) if (x === column.left) taken.push({ top: y, bottom: y });
    }
    return taken;
  }

  private newColumn(rank: number, width: number): Column {
    const before = this.columns.get(rank - 1);
    const after = this.columns.get(rank + 1);
    const left = before ? before.right + COLUMN_GAP : (after?.left ?? 0) - COLUMN_GAP - width;
    const column = { rank, left, right: left + width };
    this.columns.set(rank, column);
    return column;
  }

  private moveBeyond(rank: number, by: number): void {
    const isBeyond = (other: number): boolean => (by > 0 ? other > rank : other < rank);
    const edge = this.columns.get(rank);
    const isOutside = (x: number): boolean => edge !== undefined && (by > 0 ? x > edge.right - by : x < edge.left - by);
    for (const column of [...this.columns.values()].filter((other) => isBeyond(other.rank))) {
      this.columns.set(column.rank, { ...column, left: column.left + by, right: column.right + by });
    }
    for (const [id, place] of Object.entries(this.places)) {
      if (isBeyond(place.rank)) this.places[id] = { ...place, x: place.x + by };
    }
    this.waypoints = Object.fromEntries(
      Object.entries(this.waypoints).map(([id, points]) => [
        id,
        points.map((point) => (isOutside(point.x) ? { ...point, x: point.x + by } : point)),
      ]),
    );
  }
}
