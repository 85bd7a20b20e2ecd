import type { EdgeRows } from './edge-rows';
import { Graph } from './graph';
import { NeighbourLists } from './neighbour-lists';
import { numberAt } from './number-at';
import type { WordTable } from './edge-words';

/** Rows by one of their ends: the other end and the words, list after list. */
interface Grouped {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  readonly words: Uint32Array;
}

/**
 * A graph of edges; several rows about one pair are one edge with several words.
 *
 * Sorts by counting, O(ids + edges): grouped by the downstream end, then by the upstream end in that order, then by the
 * downstream end again, every list is in order of id.
 */
export function buildGraph(rows: EdgeRows, table: WordTable): Graph {
  const steps = buildInSteps(rows, table);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, between which others may have their turn: at millions of edges each takes a while. */
export function* buildInSteps(rows: EdgeRows, table: WordTable): Generator<undefined, Graph, undefined> {
  const size = rows.top + 1;
  const unsorted = group(size, rows.length, rows.downstream, rows.upstream, rows.words);
  yield;
  const outgoing = regroup(size, unsorted);
  yield;
  const incoming = regroup(size, outgoing);
  yield;
  return new Graph(
    new NeighbourLists(incoming.starts, incoming.others),
    incoming.words,
    withoutRepeats(outgoing),
    table,
    rows.top,
  );
}

function group(size: number, length: number, keys: Uint32Array, others: Uint32Array, words: Uint32Array): Grouped {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < length; row++) bump(starts, numberAt(keys, row) + 1);
  for (let id = 0; id < size; id++) starts[id + 1] = numberAt(starts, id + 1) + numberAt(starts, id);
  const next = starts.slice();
  const grouped: Grouped = { starts, others: new Uint32Array(length), words: new Uint32Array(length) };
  for (let row = 0; row < length; row++) {
    const slot = bump(next, numberAt(keys, row));
    grouped.others[slot] = numberAt(others, row);
    grouped.words[slot] = numberAt(words, row);
  }
  return grouped;
}

/** Grouped by the other end, each list in order of the end that it was grouped by before. */
function regroup(size: number, { starts, others, words }: Grouped): Grouped {
  const keys = new Uint32Array(others.length);
  for (let id = 0; id < size; id++) keys.fill(id, starts[id], starts[id + 1]);
  return group(size, others.length, others, keys, words);
}

/** Counts one up; gives what it was. */
function bump(counts: Uint32Array, place: number): number {
  const count = numberAt(counts, place);
  counts[place] = count + 1;
  return count;
}

/** Each neighbour once per list. */
function withoutRepeats({ starts, others }: Grouped): NeighbourLists {
  const fewer = new Uint32Array(starts.length);
  const ids = new Uint32Array(others.length);
  let kept = 0;
  for (let id = 0; id + 1 < starts.length; id++) {
    fewer[id] = kept;
    for (let place = numberAt(starts, id); place < numberAt(starts, id + 1); place++) {
      if (kept > numberAt(fewer, id) && ids[kept - 1] === others[place]) continue;
      ids[kept++] = numberAt(others, place);
    }
  }
  fewer[starts.length - 1] = kept;
  return new NeighbourLists(fewer, kept === ids.length ? ids : ids.slice(0, kept));
}
