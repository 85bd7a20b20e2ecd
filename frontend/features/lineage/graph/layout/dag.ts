/** A graph over 0…count-1 without parallel edges or loops; neighbour lists are in ascending order. */
export interface Dag {
  readonly count: number;
  readonly out: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
}

/** Builds neighbour lists from pairs, dropping loops and repetitions. */
export function dagOf(count: number, pairs: Iterable<readonly [number, number]>): Dag {
  const out: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [source, target] of pairs) if (source !== target) out[source]?.add(target);
  const into: number[][] = Array.from({ length: count }, () => []);
  const sorted = out.map((targets) => [...targets].sort((a, b) => a - b));
  sorted.forEach((targets, source) => {
    for (const target of targets) into[target]?.push(source);
  });
  return { count, out: sorted, into };
}

/** Neighbours of a node, empty when there is no such node. */
export function neighbours(lists: Dag['out'], node: number): readonly number[] {
  return lists[node] ?? [];
}

/** Nodes with every source before its targets, ties in ascending order of discovery; nodes on cycles are left out. */
export function topologicalOrder(dag: Dag): number[] {
  const waiting = Int32Array.from(dag.into, (sources) => sources.length);
  const order: number[] = [];
  for (let node = 0; node < dag.count; node++) if (waiting[node] === 0) order.push(node);
  for (const node of order) {
    for (const target of neighbours(dag.out, node)) {
      waiting[target] = (waiting[target] ?? 0) - 1;
      if (waiting[target] === 0) order.push(target);
    }
  }
  return order;
}

/** Every node that can be walked to from `start` along `lists`, without `start` itself unless a cycle leads back. */
export function reachable(lists: Dag['out'], start: number): Set<number> {
  const seen = new Set<number>();
  const queue = [start];
  for (const node of queue) {
    for (const next of neighbours(lists, node)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}
