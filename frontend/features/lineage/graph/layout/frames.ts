import type { Components } from './cycles';
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
  const groups = new Map<string, { label: string; members: string[] }>();
  for (const node of nodes) {
    const place = places[node.id];
    if (node.group === null || inCycle.has(node.id) || !place) continue;
    const key = `group:${String(place.rank)}:${node.group}`;
    const known = groups.get(key);
    if (known) known.members.push(node.id);
    else groups.set(key, { label: node.group, members: [node.id] });
  }
  return [
    ...cycles.map((members) => box({ id: `cycle:${members[0] ?? ''}`, kind: 'cycle', label: '', members }, places)),
    ...[...groups].map(([id, { label, members }]) => box({ id, kind: 'group', label, members }, places)),
  ];
}

const idOf = (nodes: readonly LayoutNode[], index: number): string => nodes[index]?.id ?? '';

function box(frame: Pick<Frame, 'id' | 'kind' | 'label' | 'members'>, places: Readonly<Record<string, Place>>): Frame {
  const stood = frame.members.flatMap((id) => places[id] ?? []);
  return {
    ...frame,
    left: Math.min(...stood.map((place) => place.x)) - CARD_WIDTH / 2 - FRAME_PADDING,
    right: Math.max(...stood.map((place) => place.x)) + CARD_WIDTH / 2 + FRAME_PADDING,
    top: Math.min(...stood.map((place) => place.y - place.height / 2)) - FRAME_PADDING - FRAME_TITLE,
    bottom: Math.max(...stood.map((place) => place.y + place.height / 2)) + FRAME_PADDING,
  };
}
