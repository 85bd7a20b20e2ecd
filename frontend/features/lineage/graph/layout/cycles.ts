import { neighbours, type Dag } from './dag';

/** Each node's component, and the members of each component in ascending order. */
export interface Components {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

interface Search {
  readonly index: Int32Array;
  readonly low: Int32Array;
  readonly next: Int32Array;
  readonly isOpen: Uint8Array;
  readonly open: number[];
  readonly path: number[];
  readonly found: number[][];
  counter: number;
}

/**
 * Strongly connected components: a component of two or more is a group of nodes that feed one another.
 *
 * Iterative Tarjan, O(nodes + edges); components in order of their smallest member.
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
 */
export function componentsOf(graph: Dag): Components {
  const search: Search = {
    index: new Int32Array(graph.count).fill(-1),
    low: new Int32Array(graph.count),
    next: new Int32Array(graph.count),
    isOpen: new Uint8Array(graph.count),
    open: [],
    path: [],
    found: [],
    counter: 0,
  };
  for (let node = 0; node < graph.count; node++) if (search.index[node] === -1) searchFrom(graph, search, node);
  const members = search.found.map((group) => group.sort((a, b) => a - b)).sort((a, b) => first(a) - first(b));
  const of = new Int32Array(graph.count);
  members.forEach((group, component) => {
    for (const node of group) of[node] = component;
  });
  return { of, members };
}

const first = (group: readonly number[]): number => group[0] ?? 0;

function searchFrom(graph: Dag, search: Search, root: number): void {
  enter(search, root);
  while (search.path.length > 0) {
    const node = search.path[search.path.length - 1] ?? 0;
    const position = search.next[node] ?? 0;
    const target = neighbours(graph.out, node)[position];
    if (target === undefined) {
      leave(search, node);
      continue;
    }
    search.next[node] = position + 1;
    if (search.index[target] === -1) enter(search, target);
    else if (search.isOpen[target]) lower(search, node, search.index[target] ?? 0);
  }
}

function enter(search: Search, node: number): void {
  search.index[node] = search.low[node] = search.counter++;
  search.isOpen[node] = 1;
  search.open.push(node);
  search.path.push(node);
}

function leave(search: Search, node: number): void {
  search.path.pop();
  const parent = search.path[search.path.length - 1];
  if (parent !== undefined) lower(search, parent, search.low[node] ?? 0);
  if (search.low[node] !== search.index[node]) return;
  const group = search.open.splice(search.open.lastIndexOf(node));
  for (const member of group) search.isOpen[member] = 0;
  search.found.push(group);
}

function lower(search: Search, node: number, value: number): void {
  if (value < (search.low[node] ?? 0)) search.low[node] = value;
}
