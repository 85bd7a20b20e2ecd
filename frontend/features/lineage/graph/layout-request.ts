import { edgeId } from './graph';
import type { Picture, PictureNode } from './group';
import type { Layout, LayoutEdge, LayoutNode, LayoutRequest } from './layout/layout-types';

/** The layout question for a picture; stand-ins for more neighbours stand below their siblings. */
export function layoutRequestOf(picture: Picture, prior: Layout | null): LayoutRequest {
  return {
    focus: picture.focus,
    nodes: picture.nodes.map(toLayoutNode),
    edges: pairsOf(picture),
    prior,
  };
}

/** Each pair of cards once, however many lines there are between their rows. */
function pairsOf({ edges }: Picture): LayoutEdge[] {
  const pairs = new Map<string, LayoutEdge>();
  for (const { source, target } of edges)
    pairs.set(edgeId(source, target), { id: edgeId(source, target), source, target });
  return [...pairs.values()];
}

function toLayoutNode(node: PictureNode): LayoutNode {
  const { id, height, group } = node;
  const isFollower = node.kind === 'more';
  return { id, height, group, instead: insteadOf(node), isFollower, sortKey: sortKeyOf(node) };
}

/** An opened group's assets stand where it stood, and it where they stood once it is closed again. */
function insteadOf(node: PictureNode): string[] {
  if (node.kind === 'group') return node.members.members.map(({ id }) => id);
  return node.group === null ? [] : [`group:${node.group}`];
}

function sortKeyOf(node: PictureNode): string {
  if (node.kind === 'asset') return node.node.asset.name.toLowerCase();
  return node.kind === 'group' ? `\uE000${node.members.label}` : `\uF8FF${node.id}`;
}
