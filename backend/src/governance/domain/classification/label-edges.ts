/** What a column edge does to what it carries, as `copy-carrying-edges.sql` numbers it: 2 is to pseudonymise. */
export const KEEP = 1;
/** Nothing but a level is left. */
export const DROP = 3;
/** DROP, unless the rows are grouped by something personal. */
export const MEASURE = 4;

const NONE = -1;

/** What one statement says of one asset: its measures count for one person when its rows are grouped by one. */
export interface LabelGroup {
  readonly assertionId: number;
  readonly assetId: number;
}

/** Edges that carry labels, of the columns that labels have reached so far; by number, in arrays. */
export class LabelEdges {
  readonly downstream: number[] = [];
  readonly effect: number[] = [];
  /** Place in `groups` of a measure's; -1 for all others. */
  readonly group: number[] = [];
  readonly groups: LabelGroup[] = [];
  private readonly next: number[] = [];
  private readonly head = new Map<number, number>();
  private readonly groupPlaces = new Map<string, number>();

  /** Notes that the edges of a column are all here, or will be before they are asked for. */
  expect(columnId: number): void {
    if (!this.head.has(columnId)) this.head.set(columnId, NONE);
  }

  isExpected(columnId: number): boolean {
    return this.head.has(columnId);
  }

  add(upstreamId: number, downstreamId: number, effect: number, group: LabelGroup | null): void {
    this.next.push(this.head.get(upstreamId) ?? NONE);
    this.head.set(upstreamId, this.downstream.length);
    this.downstream.push(downstreamId);
    this.effect.push(effect);
    this.group.push(group === null ? NONE : this.placeOf(group));
  }

  /** The first edge out of a column; -1 when there is none. */
  firstOf(columnId: number): number {
    return this.head.get(columnId) ?? NONE;
  }

  /** The edge after this one, out of the same column; -1 when it was the last. */
  nextOf(edge: number): number {
    return this.next[edge] ?? NONE;
  }

  private placeOf(group: LabelGroup): number {
    const key = `${String(group.assertionId)}:${String(group.assetId)}`;
    const known = this.groupPlaces.get(key);
    if (known !== undefined) return known;
    this.groupPlaces.set(key, this.groups.length);
    return this.groups.push(group) - 1;
  }
}
