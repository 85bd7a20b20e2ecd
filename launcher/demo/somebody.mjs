// @ts-check
import { randomBytes } from 'node:crypto';

/** @typedef {import('./api.mjs').Api} Api */

/**
 * Does what only a person may: somebody is added, signs in with a password that nobody learns, does it, and is disabled.
 *
 * @param {Api} api
 * @param {{ displayName: string, role: 'VIEWER' | 'STEWARD' }} person
 * @param {(session: Api) => Promise<void>} act
 */
export async function asSomebody(api, { displayName, role }, act) {
  const username = `demo-${role.toLowerCase()}-${randomBytes(3).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const added = await api.graphql('mutation Add($input: CreatePersonInput!) { createPerson(input: $input) { id } }', {
    input: { username, displayName, role, password },
  });
  const { createPerson } = /** @type {{ createPerson: { id: string } }} */ (added);
  await act(await api.signIn(username, password));
  await api.graphql('mutation Disable($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
    input: { id: createPerson.id, isDisabled: true },
  });
}
