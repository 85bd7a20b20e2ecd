// @ts-check
import { EXIT, Failure, usage } from '../failure.mjs';
import { neededOption } from '../options.mjs';

const PEOPLE = `query People($after: String) {
  people(first: 100, after: $after) { nodes { id username } endCursor }
}`;
const ERASE = 'mutation Erase($personId: ID!, $reason: String!) { erasePerson(personId: $personId, reason: $reason) }';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `person erase <username or id> --reason <why>`: forgets a person; the audit log stays whole.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function erasePerson({ client, options, streams, isJson }, [who, ...others]) {
  if (who === undefined || others.length > 0) throw usage('person erase takes one username or id');
  const reason = neededOption(options, 'reason');
  const personId = UUID.test(who) ? who : await idOf(client, who);
  await client.graphql(ERASE, { personId, reason });
  streams.out.write(isJson ? `${JSON.stringify({ erased: personId })}\n` : `Erased person:${personId}\n`);
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {string} username
 * @returns {Promise<string>}
 */
async function idOf(client, username) {
  /** @type {string | null} */
  let after = null;
  do {
    /** @type {{ people: { nodes: { id: string, username: string }[], endCursor: string | null } }} */
    const { people } = await client.graphql(PEOPLE, { after });
    const found = people.nodes.find((one) => one.username.toLowerCase() === username.toLowerCase());
    if (found !== undefined) return found.id;
    after = people.endCursor;
  } while (after !== null);
  throw new Failure(EXIT.notFound, `No person with username ${username}`);
}
