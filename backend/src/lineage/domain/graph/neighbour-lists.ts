import type { Marks } from './marks';
import { numberAt } from './number-at';
import { PendingIds } from './pending-ids';

/**
 * One direction of a graph, in typed arrays: who the neighbours of each asset are, in order of id.
 *
 * Assets are their internal ids, which are dense: a list begins at `starts[id]` and ends before `starts[id + 1]`.
 * Lists that changed since lie beside the arrays. An id may stand several times in a row in one list.
 */
export class NeighbourLists {
  private readonly changed = new Map<number, Uint32Array>();
  private changedLength = 0;

  constructor(
    readonly starts: Uint32Array,
    readonly ids: Uint32Array,
  ) {}

  /** The neighbours of an asset; not to be written to. */
  of(id: number): Uint32Array {
    return this.changed.get(id) ?? this.ids.subarray(this.starts[id] ?? 0, this.starts[id + 1] ?? this.starts[id] ?? 0);
  }

  /** Replaces the neighbours of an asset; `neighbours` in order of id. */
  replace(id: number, neighbours: Uint32Array): void {
    this.changedLength += neighbours.length - (this.changed.get(id)?.length ?? 0);
    this.changed.set(id, neighbours);
  }

  /** Marks the neighbours of an asset that are not marked, and adds them to `fresh`. */
  markFresh(id: number, marks: Marks, fresh: number[]): void {
    const own = this.changed.get(id);
    const list = own ?? this.ids;
    const end = own ? own.length : numberAt(this.starts, id + 1);
    for (let place = own ? 0 : numberAt(this.starts, id); place < end; place++) {
      const neighbour = numberAt(list, place);
      if (marks.mark(neighbour)) fresh.push(neighbour);
    }
  }

  /** The same for the first `cap` neighbours. */
  markFirst(id: number, cap: number, marks: Marks, fresh: number[]): void {
    let previous = -1;
    let left = cap;
    for (const neighbour of this.of(id)) {
      if (neighbour === previous) continue;
      if (left-- === 0) return;
      previous = neighbour;
      if (marks.mark(neighbour)) fresh.push(neighbour);
    }
  }

  /**
   * How many assets are reached from one, itself left out; `top` is the greatest id.
   *
   * In order of id, again and again until nothing is left: neighbours mostly have ids near by, or greater ones, and the
   * arrays are so read from front to back, which takes a third of the time of going by distance.
   */
  countReached(root: number, top: number): number {
    const pending = new PendingIds(top);
    pending.add(root);
    let reached = 0;
    for (let isMore = true; isMore;) {
      isMore = false;
      for (let block = 0; block < pending.blocks; block++) {
        for (let id = pending.take(block); id >= 0; id = pending.take(block)) {
          reached += this.addNeighbours(id, pending);
          isMore = true;
        }
      }
    }
    return reached;
  }

  /** How many of the neighbours of an asset were not met before. */
  private addNeighbours(id: number, pending: PendingIds): number {
    const own = this.changed.size === 0 ? undefined : this.changed.get(id);
    const list = own ?? this.ids;
    const end = own ? own.length : numberAt(this.starts, id + 1);
    let fresh = 0;
    for (let place = own ? 0 : numberAt(this.starts, id); place < end; place++) {
      if (pending.add(numberAt(list, place))) fresh++;
    }
    return fresh;
  }

  /** Entries beside the arrays: what rebuilding them would tidy up. */
  get overlay(): number {
    return this.changed.size + this.changedLength;
  }

  /** Some 100 bytes for each list beside the arrays. */
  get bytes(): number {
    return this.starts.byteLength + this.ids.byteLength + this.changed.size * 100 + this.changedLength * 4;
  }
}
