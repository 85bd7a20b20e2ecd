import { editDistance } from './edit-distance';
import type { SearchQuery } from './search-query';

/** Words that the catalog uses and that look like one that it does not, most alike first. */
export type Candidates = ReadonlyMap<string, readonly string[]>;

/**
 * The query with words that the catalog does not use replaced by the likeliest one that it does; null when there is none.
 *
 * At most one typing error in words of up to five letters, two in longer ones; words of one or two letters stay.
 */
export function correctQuery(raw: string, query: SearchQuery, candidates: Candidates): string | null {
  let corrected = raw;
  for (const { text, start, end } of query.words.toReversed()) {
    const better = correctWord(text, candidates);
    if (better !== null) corrected = corrected.slice(0, start) + better + corrected.slice(end);
  }
  return corrected === raw ? null : corrected;
}

/** A token may be several words to the search: `ordrs_daily`. */
function correctWord(token: string, candidates: Candidates): string | null {
  const corrected = token.replace(/[\p{L}\p{N}]+/gu, (word) => likeliest(word.toLowerCase(), candidates) ?? word);
  return corrected === token ? null : corrected;
}

function likeliest(word: string, candidates: Candidates): string | null {
  if (word.length < 3) return null;
  const most = word.length <= 5 ? 1 : 2;
  const near = (candidates.get(word) ?? [])
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.candidate ?? null;
}
