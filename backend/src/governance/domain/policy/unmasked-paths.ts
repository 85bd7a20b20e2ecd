/** Which classified columns flow unmasked into each column; by internal id. */
export type UnmaskedParents = ReadonlyMap<string, readonly string[]>;

/**
 * The shortest unmasked path to each origin of a column, origin first, the column itself last.
 *
 * An origin is a classified column that nothing classified flows into. A column in a cycle of which none is an origin
 * counts as its own. Breadth first, each column once: O(columns + edges) per call.
 */
export function unmaskedPaths(start: string, parents: UnmaskedParents): readonly (readonly string[])[] {
  const next = new Map<string, string | null>([[start, null]]);
  const origins: string[] = [];
  // A map is walked in the order of insertion, also of what is added on the way: that is the queue.
  for (const column of next.keys()) {
    const above = parents.get(column) ?? [];
    if (above.length === 0) origins.push(column);
    for (const parent of above) if (!next.has(parent)) next.set(parent, column);
  }
  return (origins.length > 0 ? origins : [start]).map((origin) => pathFrom(origin, next));
}

function pathFrom(origin: string, next: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = [];
  for (let column: string | null = origin; column !== null; column = next.get(column) ?? null) path.push(column);
  return path;
}
