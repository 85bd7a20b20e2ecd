import type { FoldedEdge } from './fold-edges';
import type { Place } from './merge-walks';
import type { Direction } from './omission';

/**
 * Places with their shortest distances over the edges of the answer itself, nearest first.
 *
 * With a cap on fan-out a walk may come to an asset by a detour although the answer shows a direct edge. Only ways in the
 * direction asked for count: in a cycle the way round the other side may be shorter.
 */
export function shortestWithin(
  root: string,
  places: readonly Place[],
  edges: readonly FoldedEdge[],
  direction: Direction,
): Place[] {
  const here = new Map([[root, 0]]);
  const up = direction === 'DOWNSTREAM' ? here : distances(root, edges, upwards);
  const down = direction === 'UPSTREAM' ? here : distances(root, edges, downwards);
  return places
    .map((place) => closer(place, up.get(place.id), down.get(place.id)))
    .sort((one, other) => one.distance - other.distance);
}

const upwards = (edge: FoldedEdge): [string, string] => [edge.downstreamId, edge.upstreamId];
const downwards = (edge: FoldedEdge): [string, string] => [edge.upstreamId, edge.downstreamId];

function closer(place: Place, up = Infinity, down = Infinity): Place {
  const distance = Math.min(up, down);
  if (distance > place.distance) return place;
  if (up === down) return { ...place, distance, direction: 'BOTH' };
  return { ...place, distance, direction: up < down ? 'UPSTREAM' : 'DOWNSTREAM' };
}

function distances(
  root: string,
  edges: readonly FoldedEdge[],
  oriented: (edge: FoldedEdge) => [string, string],
): Map<string, number> {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges.map(oriented)) next.set(from, [...(next.get(from) ?? []), to]);
  const found = new Map([[root, 0]]);
  for (const [id, distance] of found) {
    for (const neighbour of next.get(id) ?? []) if (!found.has(neighbour)) found.set(neighbour, distance + 1);
  }
  return found;
}
