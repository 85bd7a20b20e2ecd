import type { Draft } from './draft';
import { groupFrame } from './frames';
import { nearestFree, type Interval } from './free-space';
import { CARD_WIDTH, FRAME_PADDING, FRAME_TITLE, ROW_GAP, SUB_GAP, WRAP_AFTER } from './layout-types';
import type { Frame, Layout, LayoutNode, Place } from './layout-types';

/** Nodes that take the place of others: the assets of a group that is opened, or a group in place of its assets. */
interface Substitute {
  readonly nodes: readonly LayoutNode[];
  /** The group of the nodes; null for a closed group itself. */
  readonly group: string | null;
  readonly y: number;
  readonly rank: number;
}

/**
 * Places what stands in for what is gone, each in the free stretch of its column nearest to where that stood; nothing
 * that stays moves.
 *
 * @returns the frames around groups that have been opened
 */
export function placeSubstitutes(draft: Draft, nodes: readonly LayoutNode[], prior: Layout): Frame[] {
  const kept = prior.frames.filter(({ members }) => members.every((member) => draft.places[member]));
  const opened: Frame[] = [];
  for (const substitute of substitutesAmong(nodes, prior)) {
    const { group, rank } = substitute;
    placeBlock(
      draft,
      substitute,
      [...kept, ...opened].filter((frame) => rankOf(draft, frame) === rank),
    );
    const members = substitute.nodes.map(({ id }) => id);
    if (group !== null) opened.push(groupFrame(`group:${group} in ${String(rank)}`, group, members, draft.places));
  }
  return opened;
}

const rankOf = (draft: Draft, { members }: Frame): number | undefined => draft.places[members[0] ?? '']?.rank;

function substitutesAmong(nodes: readonly LayoutNode[], { places }: Layout): Substitute[] {
  const blocks = new Map<string, LayoutNode[]>();
  for (const node of nodes.filter(({ id, instead }) => !places[id] && instead.some((other) => places[other]))) {
    const key = node.group ?? node.id;
    blocks.set(key, [...(blocks.get(key) ?? []), node]);
  }
  return [...blocks.values()].flatMap((block): Substitute[] => {
    const [first] = block;
    const stood = (first?.instead ?? []).flatMap((id): Place[] => (places[id] ? [places[id]] : []));
    const [one] = stood;
    if (!first || !one) return [];
    const edges = stood.flatMap(({ y, height }) => [y - height / 2, y + height / 2]);
    return [{ nodes: block, group: first.group, y: (Math.min(...edges) + Math.max(...edges)) / 2, rank: one.rank }];
  });
}

/** One below the other, or in rows once there are many; a group with room for its title. */
function placeBlock(draft: Draft, { nodes, group, y, rank }: Substitute, frames: readonly Frame[]): void {
  const perRow = Math.ceil(nodes.length / WRAP_AFTER);
  const rows = Array.from({ length: Math.ceil(nodes.length / perRow) }, (_, row) =>
    nodes.slice(row * perRow, (row + 1) * perRow),
  );
  const tallest = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const [above, below] = group === null ? [0, 0] : [FRAME_TITLE + FRAME_PADDING, FRAME_PADDING];
  const height = tallest.reduce((sum, each) => sum + each + ROW_GAP, above + below - ROW_GAP);
  const column = draft.columnFor(rank, perRow);
  const taken: Interval[] = [...draft.takenIn(rank), ...frames];
  let top = Math.round(nearestFree(taken, height, y, ROW_GAP) - height / 2) + above;
  rows.forEach((row, at) => {
    row.forEach((node, i) => {
      const x = column.left + CARD_WIDTH / 2 + i * (CARD_WIDTH + SUB_GAP);
      draft.places[node.id] = { x, y: top + (tallest[at] ?? 0) / 2, rank, height: node.height };
    });
    top += (tallest[at] ?? 0) + ROW_GAP;
  });
}
