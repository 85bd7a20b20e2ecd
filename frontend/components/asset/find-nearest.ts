import { request } from '../../graphql/client';
import type { NearHitFragment } from '../../graphql/generated/graphql';
import { NearestNames } from './nearest.query';

export type NearAsset = NearHitFragment['asset'];

const MOST = 5;

/**
 * Assets whose names are nearest to one that nobody has: typing errors mended, then without its last word, then its
 * longest word alone. Empty when nothing is near, or when the service does not answer: the page has said enough.
 */
export async function findNearest(name: string): Promise<readonly NearAsset[]> {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const most = words.length > 1 ? words.slice(0, -1).join(' ') : longest;
  const found = await request(NearestNames, { whole: words.join(' '), most, longest }).catch(() => null);
  if (!found) return [];
  const assets = [found.whole, found.most, found.longest].flatMap(({ hits }) => hits.map(({ asset }) => asset));
  return [...new Map(assets.map((asset) => [asset.id, asset])).values()].slice(0, MOST);
}

/** The words of the last part of a qualified name. */
function wordsOf(name: string): string[] {
  const last = name.split(/[./]/).findLast((part) => part.trim() !== '') ?? '';
  return last
    .slice(0, 200)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
