import type { Components } from './cycles';
import { groupLabel } from './group-key';
import type { Frame, LayoutNode, Place } from './layout-types';
import { CARD_WIDTH, FRAME_PADDING, FRAME_TITLE } from './layout-types';

/** Frames around cycles and around the cards of one group in one column; a cycle's frame wins over a group's. */
export function framesOf(
  nodes: readonly LayoutNode[],
  found: Components,
  places: Readonly<Record<string, Place>>,
): Frame[] {
  const cycles = found.members
    .filter((members) => members.length > 1)
    .map((members) => members.map((member) => idOf(nodes, member)));
  const inCycle = new Set(cycles.flat());
  const groups = new Map<string, { group: string; members: string[] }>();
  for (const node of nodes) {
    const place = places[node.id];
    if (node.group === null || inCycle.has(node.id) || !place) continue;
    const key = `group:${node.group} in ${String(place.rank)}`;
    const known = groups.get(key);
    if (known) known.members.push(node.id);
    else groups.set(key, { group: node.group, members: [node.id] });
  }
  return [
    ...cycles.map((members) => {
      const id = `cycle:${members[0] ?? ''}`;
      return box({ id, kind: 'cycle', label: '', group: null, members }, places);
    }),
    ...[...groups].map(([id, { group, members }]) => groupFrame(id, group, members, places)),
  ];
}

/** The titled box around the cards of an open group. */
export function groupFrame(
  id: string,
  group: string,
  members: readonly string[],
  places: Readonly<Record<string, Place>>,
): Frame {
  return box({ id, kind: 'group', label: groupLabel(group), group, members }, places);
}

const idOf = (nodes: readonly LayoutNode[], index: number): string => nodes[index]?.id ?? '';

function box(
  frame: Pick<Frame, 'id' | 'kind' | 'label' | 'group' | 'members'>,
  places: Readonly<Record<string, Place>>,
): Frame {
  const stood = frame.members.flatMap((id) => places[id] ?? []);
  return {
    ...frame,
    left: Math.min(...stood.map((place) => place.x)) - CARD_WIDTH / 2 - FRAME_PADDING,
    right: Math.max(...stood.map((place) => place.x)) + CARD_WIDTH / 2 + FRAME_PADDING,
    top: Math.min(...stood.map((place) => place.y - place.height / 2)) - FRAME_PADDING - FRAME_TITLE,
    bottom: Math.max(...stood.map((place) => place.y + place.height / 2)) + FRAME_PADDING,
  };
}
