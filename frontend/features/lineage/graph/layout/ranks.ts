import { neighbours, reachable, topologicalOrder, type Dag } from './dag';

/**
 * Columns for a graph seen from one node: the focus is 0, its sources are left of it, its consumers right.
 *
 * On either side a node stands as far out as its longest path to the focus. Nodes on neither side (another source of a
 * consumer, say) stand beside the neighbour that leads to them. Every edge goes from a smaller to a larger rank.
 */
export function rankFromFocus(dag: Dag, focus: number): Int32Array {
  const order = topologicalOrder(dag);
  const above = reachable(dag.into, focus);
  const below = reachable(dag.out, focus);
  const rank = new Int32Array(dag.count);
  const isPlaced = new Uint8Array(dag.count);
  isPlaced[focus] = 1;
  for (const node of above) isPlaced[node] = 1;
  for (const node of below) isPlaced[node] = 1;
  for (const node of order)
    if (below.has(node)) rank[node] = rightOf(dag, rank, node, (source) => source === focus || below.has(source));
  for (const node of order.toReversed()) {
    if (above.has(node)) rank[node] = leftOf(dag, rank, node, (target) => target === focus || above.has(target));
  }
  placeBeside(dag, rank, isPlaced);
  pushRight(dag, rank, order, (node) => node === focus || above.has(node));
  pullRight(dag, rank, order, (node) => node === focus || above.has(node) || below.has(node));
  return rank;
}

/** Columns for a graph without a focus: the longest path from a source, with sources pulled next to their consumers. */
export function rankOverall(dag: Dag): Int32Array {
  const rank = new Int32Array(dag.count);
  const order = topologicalOrder(dag);
  pushRight(dag, rank, order, () => false);
  pullRight(dag, rank, order, () => false);
  return rank;
}

type Choice = (node: number) => boolean;

function rightOf(dag: Dag, rank: Int32Array, node: number, counts: Choice): number {
  let value = -Infinity;
  for (const source of neighbours(dag.into, node)) if (counts(source)) value = Math.max(value, (rank[source] ?? 0) + 1);
  return value === -Infinity ? 0 : value;
}

function leftOf(dag: Dag, rank: Int32Array, node: number, counts: Choice): number {
  let value = Infinity;
  for (const target of neighbours(dag.out, node)) if (counts(target)) value = Math.min(value, (rank[target] ?? 0) - 1);
  return value === Infinity ? 0 : value;
}

/** Gives each node that hangs off a placed one a rank next to it, nearest first; what hangs off nothing stays at 0. */
function placeBeside(dag: Dag, rank: Int32Array, isPlaced: Uint8Array): void {
  const queue: number[] = [];
  for (let node = 0; node < dag.count; node++) if (isPlaced[node]) queue.push(node);
  const place = (others: readonly number[], value: number): void => {
    for (const other of others) {
      if (isPlaced[other]) continue;
      isPlaced[other] = 1;
      rank[other] = value;
      queue.push(other);
    }
  };
  for (const node of queue) {
    const here = rank[node] ?? 0;
    place(neighbours(dag.into, node), here - 1);
    place(neighbours(dag.out, node), here + 1);
  }
}

function pushRight(dag: Dag, rank: Int32Array, order: readonly number[], isFixed: Choice): void {
  for (const node of order) {
    if (isFixed(node)) continue;
    for (const source of neighbours(dag.into, node)) {
      rank[node] = Math.max(rank[node] ?? 0, (rank[source] ?? 0) + 1);
    }
  }
}

/** Moves nodes that nothing feeds next to their nearest consumer. */
function pullRight(dag: Dag, rank: Int32Array, order: readonly number[], isFixed: Choice): void {
  for (const node of order.toReversed()) {
    if (isFixed(node) || neighbours(dag.into, node).length > 0 || neighbours(dag.out, node).length === 0) continue;
    rank[node] = leftOf(dag, rank, node, () => true);
  }
}
