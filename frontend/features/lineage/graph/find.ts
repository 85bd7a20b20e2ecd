import type { AssetSummary, ColumnSummary, Scene } from './graph';

/** Assets that match, drawn and not, each in order of how well they match. */
export interface Found {
  readonly visible: readonly AssetSummary[];
  readonly hidden: readonly AssetSummary[];
  /** All matches that are not drawn; more than `hidden` lists when the API counted further ones. */
  readonly hiddenCount: number;
}

export const NOTHING_FOUND: Found = { visible: [], hidden: [], hiddenCount: 0 };

/**
 * Assets of the scene whose name, owner, followed column or a tag holds all words, whatever their case; nothing for an empty text.
 *
 * `also` adds matches the API found among neighbours that may not be loaded, `uncounted` how many it only counted.
 */
export function findIn(
  scene: Scene,
  drawn: ReadonlySet<string>,
  text: string,
  also: readonly AssetSummary[] = [],
  uncounted = 0,
): Found {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return NOTHING_FOUND;
  const all = new Map<string, AssetSummary>();
  for (const { asset, column } of scene.nodes.values()) if (isMatch(asset, column, words)) all.set(asset.id, asset);
  for (const asset of also) if (!all.has(asset.id)) all.set(asset.id, asset);
  const ranked = [...all.values()].sort((a, b) => weight(a, words) - weight(b, words) || (a.name < b.name ? -1 : 1));
  const hidden = ranked.filter((asset) => !drawn.has(asset.id));
  return { visible: ranked.filter((asset) => drawn.has(asset.id)), hidden, hiddenCount: hidden.length + uncounted };
}

function isMatch(asset: AssetSummary, column: ColumnSummary | null, words: readonly string[]): boolean {
  const said = [asset.name, asset.displayName, asset.owner, column?.name, ...asset.tags];
  const haystack = said.join(' ').toLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** 0 when the display name is the text, 1 when it starts with it, 2 when it holds it, 3 otherwise. */
function weight(asset: AssetSummary, words: readonly string[]): number {
  const name = asset.displayName.toLowerCase();
  const text = words.join(' ');
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  return name.includes(text) ? 2 : 3;
}
