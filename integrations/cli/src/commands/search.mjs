// @ts-check
import { numberOption, textsOption } from '../options.mjs';
import { table } from '../table.mjs';

const SEARCH = `query Search($query: String!, $filter: SearchFilter, $first: Int!) {
  search(query: $query, filter: $filter, first: $first) {
    total totalIsExact correctedQuery
    hits { score asset { id namespace name type owner description } matched { field } }
  }
}`;

/**
 * @typedef {object} Found
 * @property {number} total
 * @property {boolean} totalIsExact
 * @property {string | null} correctedQuery
 * @property {{ asset: { id: string, namespace: string, name: string, type: string, owner: string | null } }[]} hits
 */

/**
 * `search <words>`
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function search({ client, options, streams, isJson }, words) {
  const first = numberOption(options, 'first', 20);
  const types = textsOption(options, 'type');
  const filter = types === undefined ? null : { type: types.map((type) => type.toUpperCase()) };
  /** @type {{ search: Found }} */
  const { search: found } = await client.graphql(SEARCH, { query: words.join(' '), filter, first });
  if (isJson) {
    streams.out.write(`${JSON.stringify(found)}\n`);
    return;
  }
  const total = `${found.total}${found.totalIsExact ? '' : '+'}`;
  const corrected = found.correctedQuery === null ? '' : ` for ${found.correctedQuery}`;
  streams.out.write(`${total} found${corrected}\n`);
  streams.out.write(
    table(found.hits.map(({ asset }) => [asset.type, asset.name, asset.namespace, asset.owner ?? '–', asset.id])),
  );
}
