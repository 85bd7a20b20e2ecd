import type { Marks } from './marks';
import { numberAt } from './number-at';

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

  /** How many assets are reached from one, itself left out; `marks` is as long as the greatest id. */
  countReached(root: number, marks: Marks, top: number): number {
    const queue = new Uint32Array(top + 1);
    queue[0] = root;
    marks.mark(root);
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const id = numberAt(queue, head);
      const own = this.changed.get(id);
      const list = own ?? this.ids;
      const end = own ? own.length : numberAt(this.starts, id + 1);
      for (let place = own ? 0 : numberAt(this.starts, id); place < end; place++) {
        if (marks.mark(numberAt(list, place))) queue[tail++] = numberAt(list, place);
      }
    }
    return tail - 1;
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
