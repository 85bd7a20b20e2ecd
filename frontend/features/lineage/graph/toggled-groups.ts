import type { Picture } from './group';

/** Which groups are not as they would be by default once all are closed, or all open. */
export function toggledFor({ nodes, groups }: Picture, toggled: readonly string[], areClosed: boolean): string[] {
  const closed = new Set(nodes.flatMap((node) => (node.kind === 'group' ? [node.id] : [])));
  return groups.filter((key) => toggled.includes(key) !== (closed.has(`group:${key}`) !== areClosed));
}
