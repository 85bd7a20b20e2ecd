import type { Asset } from './asset';
import { highlight, highlightExcerpt, type WordMatcher } from './highlight';
import type { Match } from './search';

const COLUMNS_SHOWN = 3;

/** Where a hit's words are, best place first: name, qualified name, columns (at most 3), tags, description. */
export function matchHit(asset: Asset, columns: readonly string[], matcher: WordMatcher): Match[] {
  const places: readonly (readonly [string, string | null])[] = [
    ['name', highlight(asset.displayName, matcher)],
    ['qualified name', qualified(asset, matcher)],
    ...marked(columns, matcher)
      .slice(0, COLUMNS_SHOWN)
      .map((column) => ['column', column] as const),
    ...marked(asset.tags, matcher).map((tag) => ['tag', tag] as const),
    ['description', asset.description === null ? null : highlightExcerpt(asset.description, matcher)],
  ];
  return places.flatMap(([field, snippet]) => (snippet === null ? [] : [{ field, snippet }]));
}

/** The whole name, unless all that matches in it is the last part, which is told already. */
function qualified(asset: Asset, matcher: WordMatcher): string | null {
  const rest = asset.name.endsWith(asset.displayName)
    ? `${asset.namespace}.${asset.name.slice(0, -asset.displayName.length)}`
    : `${asset.namespace}.${asset.name}`;
  return highlight(rest, matcher) && highlight(`${asset.namespace}.${asset.name}`, matcher);
}

function marked(texts: readonly string[], matcher: WordMatcher): string[] {
  return texts.map((text) => highlight(text, matcher)).filter((text) => text !== null);
}
