import type { Facets } from '../../../shared/pipeline-event';
import type { AssetFacts } from '../../../shared/vocabulary';
import { listIn, objectIn, textIn } from './said';

const MOST_TAGS = 100;
const LONGEST_TEXT = 20_000;

/** What documentation, ownership and tags say, of a job or a dataset alike. */
export function commonFacts(facets: Facets): Pick<AssetFacts, 'description' | 'owner' | 'tags'> {
  const description = textIn(objectIn(facets['documentation'])['description'])?.slice(0, LONGEST_TEXT);
  const owner = ownerOf(facets);
  const tags = tagsOf(facets, null);
  return {
    ...(description === undefined ? {} : { description }),
    ...(owner === null ? {} : { owner }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

/** The first owner named; `team:data` and `user:ann` without the kind. */
function ownerOf(facets: Facets): string | null {
  const names = listIn(objectIn(facets['ownership'])['owners']).map((owner) => textIn(objectIn(owner)['name']));
  return names.find((name) => name !== null)?.replace(/^(?:team|user|group|email):/i, '') ?? null;
}

/** Tags of the thing itself, or of one of its fields; `key` when the value only says that it is there, else `key:value`. */
export function tagsOf(facets: Facets, field: string | null): string[] {
  const tags = listIn(objectIn(facets['tags'])['tags']).flatMap((said) => {
    const tag = objectIn(said);
    const key = textIn(tag['key']);
    if (key === null || textIn(tag['field']) !== field) return [];
    const value = textIn(tag['value']);
    return [value === null || /^true$/i.test(value) ? key : `${key}:${value}`];
  });
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
