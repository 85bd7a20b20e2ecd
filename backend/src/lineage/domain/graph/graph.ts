import { EdgeRows } from './edge-rows';
import type { WordTable } from './edge-words';
import { Marks } from './marks';
import type { NeighbourLists } from './neighbour-lists';

/** All that is said about the edges into one asset now; the same place in both lists is one statement. */
export interface Incoming {
  readonly upstream: readonly number[];
  readonly words: readonly number[];
}

/** Today's lineage graph: neighbours both ways, and what is said about each edge. Assets are their internal ids. */
export class Graph {
  /** For one walk at a time. */
  readonly marks = new Marks();
  private readonly changedWords = new Map<number, Uint32Array>();

  constructor(
    readonly upstream: NeighbourLists,
    private readonly words: Uint32Array,
    readonly downstream: NeighbourLists,
    readonly table: WordTable,
    public top: number,
  ) {}

  /** Words of the statements about the edges into an asset, at the places of `upstream.of(id)`. */
  wordsInto(id: number): Uint32Array {
    const starts = this.upstream.starts;
    return this.changedWords.get(id) ?? this.words.subarray(starts[id] ?? 0, starts[id + 1] ?? starts[id] ?? 0);
  }

  /** Replaces all edges into some assets. O(edges into them + neighbours of their upstream ends, old and new). */
  replaceIncoming(changes: ReadonlyMap<number, Incoming>): void {
    const came = new Map<number, Set<number>>();
    const went = new Map<number, Set<number>>();
    for (const [id, { upstream, words }] of changes) {
      const order = upstream.map((_, place) => place).sort((a, b) => (upstream[a] ?? 0) - (upstream[b] ?? 0));
      const before = new Set(this.upstream.of(id));
      const now = new Set(upstream);
      for (const end of before) if (!now.has(end)) setOf(went, end).add(id);
      for (const end of now) if (!before.has(end)) setOf(came, end).add(id);
      this.upstream.replace(
        id,
        Uint32Array.from(order, (place) => upstream[place] ?? 0),
      );
      this.changedWords.set(
        id,
        Uint32Array.from(order, (place) => words[place] ?? 0),
      );
      this.top = upstream.reduce((top, end) => Math.max(top, end), Math.max(this.top, id));
    }
    for (const id of new Set([...came.keys(), ...went.keys()])) {
      const kept = [...this.downstream.of(id)].filter((end) => went.get(id)?.has(end) !== true);
      this.downstream.replace(id, Uint32Array.from([...kept, ...(came.get(id) ?? [])]).sort());
    }
  }

  /** Entries beside the arrays. */
  get overlay(): number {
    return this.upstream.overlay + this.downstream.overlay;
  }

  /** Statements, roughly once much has changed. */
  get size(): number {
    return this.words.length;
  }

  get bytes(): number {
    return this.upstream.bytes + this.downstream.bytes + this.words.byteLength + this.marks.bytes + this.table.bytes;
  }

  /** Every statement, to build the graph anew without anything beside the arrays. */
  rows(): EdgeRows {
    const rows = new EdgeRows();
    for (let id = 0; id <= this.top; id++) {
      const words = this.wordsInto(id);
      this.upstream.of(id).forEach((end, place) => rows.push(end, id, words[place] ?? 0));
    }
    return rows;
  }
}

function setOf(sets: Map<number, Set<number>>, id: number): Set<number> {
  const known = sets.get(id);
  if (known) return known;
  const made = new Set<number>();
  sets.set(id, made);
  return made;
}
