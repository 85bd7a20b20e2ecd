/** An edge between two things that are known by id. */
export interface Step {
  readonly upstreamId: string;
  readonly downstreamId: string;
}

type Next = ReadonlyMap<string, readonly string[]>;

/**
 * The `count` shortest ways from one end to another that visit nothing twice, shortest first, as lists of ids.
 *
 * Equally long ones come in order of ids, step by step. Ways are made one by one, never all of them:
 * O(count × length × edges) in time, whatever their number.
 * Source: J. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971).
 */
export function shortestPaths(steps: readonly Step[], from: string, to: string, count: number): string[][] {
  const next = neighboursOf(steps);
  const first = shortestPath(next, [from], to, new Set());
  const found: string[][] = first ? [first] : [];
  const candidates = new Map<string, string[]>();
  while (found.length > 0 && found.length < count) {
    for (const path of detours(next, found, to)) candidates.set(path.join(' '), path);
    for (const path of found) candidates.delete(path.join(' '));
    const [best] = [...candidates.values()].sort(inOrder);
    if (!best) break;
    found.push(best);
  }
  return found;
}

function neighboursOf(steps: readonly Step[]): Next {
  const next = new Map<string, string[]>();
  for (const { upstreamId, downstreamId } of steps) {
    const known = next.get(upstreamId);
    if (known) known.push(downstreamId);
    else next.set(upstreamId, [downstreamId]);
  }
  for (const ids of next.values()) ids.sort();
  return next;
}

/** Shortest ways that leave the last one found at each of its places, by a step that no way found takes from there. */
function* detours(next: Next, found: readonly string[][], to: string): Generator<string[]> {
  const last = found.at(-1) ?? [];
  for (let place = 0; place + 1 < last.length; place++) {
    const start = last.slice(0, place + 1);
    const taken = found.filter((path) => start.every((id, at) => path[at] === id)).map((path) => path[place + 1] ?? '');
    const path = shortestPath(next, start, to, new Set(taken));
    if (path) yield path;
  }
}

/** The shortest way to `to` that begins with `start` and does not go on to `barred` from there; breadth first. */
function shortestPath(next: Next, start: readonly string[], to: string, barred: ReadonlySet<string>): string[] | null {
  const from = start.at(-1) ?? '';
  const cameFrom = new Map<string, string | null>(start.map((id) => [id, null]));
  const queue = [from];
  const isOpen = (id: string, neighbour: string): boolean =>
    !cameFrom.has(neighbour) && (id !== from || !barred.has(neighbour));
  for (const id of queue) {
    for (const neighbour of next.get(id) ?? []) {
      if (!isOpen(id, neighbour)) continue;
      cameFrom.set(neighbour, id);
      if (neighbour === to) return [...start, ...wayBack(cameFrom, from, to)];
      queue.push(neighbour);
    }
  }
  return null;
}

/** Ids after `from` up to `to`. */
function wayBack(cameFrom: ReadonlyMap<string, string | null>, from: string, to: string): string[] {
  const way: string[] = [];
  for (let id: string | null = to; id !== null && id !== from; id = cameFrom.get(id) ?? null) way.unshift(id);
  return way;
}

function inOrder(one: readonly string[], other: readonly string[]): number {
  if (one.length !== other.length) return one.length - other.length;
  const place = one.findIndex((id, at) => id !== other[at]);
  return (one[place] ?? '') < (other[place] ?? '') ? -1 : 1;
}
