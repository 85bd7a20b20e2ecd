import { adjacencyOf, SIDES, type Scene } from '../../graph/graph';

/**
 * A compared scene without most of what stayed the same: all that changed, the ways to it, and up to `most` others
 * beside each node, by name. What is left out is counted by the totals of who it stands beside.
 */
export function trimUnchanged(scene: Scene, focus: string, most: number): Scene {
  const beside = adjacencyOf(scene.nodes.keys(), scene.edges.values());
  const around = (id: string): string[] => SIDES.flatMap((side) => [...(beside[side].get(id) ?? [])]);
  const kept = new Set([focus, ...waysTo(changedIn(scene), parentsFrom(focus, around))]);
  // A set hands out what is added while it is walked: the neighbours of neighbours are looked at in turn.
  for (const id of kept) {
    for (const side of SIDES) {
      const others = (beside[side].get(id) ?? []).filter((other) => !kept.has(other));
      const named = others.toSorted((a, b) => (nameIn(scene, a) < nameIn(scene, b) ? -1 : 1));
      for (const other of named.slice(0, most)) kept.add(other);
    }
  }
  return {
    nodes: new Map([...scene.nodes].filter(([id]) => kept.has(id))),
    edges: new Map([...scene.edges].filter(([, { source, target }]) => kept.has(source) && kept.has(target))),
    omitted: scene.omitted,
  };
}

const isChanged = (item: { readonly change?: { readonly difference: string } }): boolean =>
  item.change !== undefined && item.change.difference !== 'UNCHANGED';

function changedIn({ nodes, edges }: Scene): Set<string> {
  const changed = [...edges.values()].filter(isChanged).flatMap(({ source, target }) => [source, target]);
  return new Set([...[...nodes.values()].filter(isChanged).map(({ id }) => id), ...changed]);
}

/** Who leads to each node on a shortest way from the focus, whatever the direction of the edges. */
function parentsFrom(focus: string, around: (id: string) => readonly string[]): Map<string, string | null> {
  const parents = new Map<string, string | null>([[focus, null]]);
  for (const id of parents.keys()) for (const next of around(id)) if (!parents.has(next)) parents.set(next, id);
  return parents;
}

function waysTo(ids: ReadonlySet<string>, parents: ReadonlyMap<string, string | null>): Set<string> {
  const ways = new Set<string>();
  for (const id of ids) {
    let here: string | null | undefined = id;
    while (here && !ways.has(here)) {
      ways.add(here);
      here = parents.get(here);
    }
  }
  return ways;
}

function nameIn({ nodes }: Scene, id: string): string {
  return nodes.get(id)?.asset.name ?? id;
}
