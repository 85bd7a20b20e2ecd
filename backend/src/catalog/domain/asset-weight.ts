import type { Asset } from './asset';

/** Fields, ids, moments and short words of an asset in memory. */
const BARE = 900;

/** Bytes that an asset takes in memory, roughly and rather too many. */
export function weightOf(asset: Asset): number {
  const texts = [
    asset.name,
    asset.displayName,
    asset.description ?? '',
    asset.location ?? '',
    asset.statusReason ?? '',
  ];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const tags = asset.tags.reduce((sum, tag) => sum + tag.length + 24, 0);
  return BARE + 2 * (length + tags) + weightOfValue(asset.properties);
}

function weightOfValue(value: unknown): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + 2 * key.length + weightOfValue(inner), 56);
}
