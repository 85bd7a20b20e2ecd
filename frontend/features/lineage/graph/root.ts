import { assetOf, columnKey, columnOf, type Scene } from './graph';
import type { View } from './view';

/**
 * The node of a scene that a view starts from; null while the reader has yet to choose a column, and in an empty selection.
 *
 * The API finds a column whatever its case, and answers with its own spelling.
 */
export function rootIn(scene: Scene, { level, focus, column }: View): string | null {
  if (scene.selection) return scene.selection.root;
  if (level === 'table') return focus;
  if (column === null) return null;
  const exact = columnKey(focus, column);
  if (scene.nodes.has(exact)) return exact;
  const isSame = (id: string): boolean => assetOf(id) === focus && columnOf(id)?.toLowerCase() === column.toLowerCase();
  return [...scene.nodes.keys()].find(isSame) ?? exact;
}
