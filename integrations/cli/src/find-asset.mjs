// @ts-check
import { EXIT, Failure, usage } from './failure.mjs';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const BY_NAME = `query ByName($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { id } }`;

/**
 * The id of the asset that the words of a command name: an id, or namespace and name.
 *
 * @param {import('./client.mjs').Client} client
 * @param {string} command
 * @param {string[]} words
 * @returns {Promise<string>}
 */
export async function findAsset(client, command, words) {
  const [first, second] = words;
  if (first === undefined) throw usage(`${command}: name an asset`);
  if (second === undefined && UUID.test(first)) return first;
  if (second === undefined) throw usage(`${command}: ${first} is not an id; give namespace and name`);
  /** @type {{ assetByName: { id: string } | null }} */
  const { assetByName } = await client.graphql(BY_NAME, { namespace: first, name: second });
  if (assetByName === null) throw new Failure(EXIT.notFound, `No asset ${second} in ${first}`);
  return assetByName.id;
}
