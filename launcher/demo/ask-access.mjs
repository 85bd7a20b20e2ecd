// @ts-check
import { asSomebody } from './somebody.mjs';

/** @typedef {import('./api.mjs').Api} Api */
/** @typedef {import('./api.mjs').AssetName} AssetName */
/** @typedef {{ asset: AssetName, by: string, purpose: string, days: number }} AccessEntry */

const DAY_MS = 86_400_000;

/**
 * Asks for access as somebody who is added for it. Where anybody has asked already nothing is done.
 *
 * @param {Api} api
 * @param {AccessEntry} entry
 */
export async function askAccess(api, { asset, by, purpose, days }) {
  const assetId = await api.idOf(asset);
  const query = 'query Asked($filter: AccessRequestFilter) { accessRequests(filter: $filter, first: 1) { total } }';
  const asked = await api.graphql(query, { filter: { assetId } });
  const { accessRequests } = /** @type {{ accessRequests: { total: number } }} */ (asked);
  if (accessRequests.total > 0) return;
  const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
  await asSomebody(api, { displayName: by, role: 'VIEWER' }, async (person) => {
    await person.graphql('mutation Ask($input: RequestAccessInput!) { requestAccess(input: $input) { id } }', {
      input: { assetId, purpose, expiresAt },
    });
  });
}
