// @ts-check
import { asSomebody } from './somebody.mjs';

/** @typedef {import('./api.mjs').Api} Api */
/** @typedef {import('./api.mjs').AssetName} AssetName */
/** @typedef {{ policy: string, requirement: string, asset: AssetName, reason: string, conditions?: string, days: number, isApproved?: boolean }} WaiverEntry */
/** @typedef {{ id: string, contentHash: string }} Waiver */

const DAY_MS = 86_400_000;

/**
 * Asks for a waiver, and has it approved by somebody else where the entry says so. One that is there already stays.
 *
 * @param {Api} api
 * @param {WaiverEntry} entry
 */
export async function waive(api, { asset, days, isApproved = false, ...rest }) {
  const assetId = await api.idOf(asset);
  if (await isKnown(api, rest.policy, assetId)) return;
  const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
  const query = `mutation Waive($input: RequestWaiverInput!) { requestWaiver(input: $input) { id contentHash } }`;
  const data = await api.graphql(query, { input: { ...rest, assetId, expiresAt } });
  const { requestWaiver } = /** @type {{ requestWaiver: Waiver }} */ (data);
  if (isApproved) await approve(api, requestWaiver);
}

/**
 * @param {Api} api
 * @param {string} policy
 * @param {string} assetId
 */
async function isKnown(api, policy, assetId) {
  const query = 'query Known($filter: WaiverFilter) { waivers(filter: $filter, first: 1) { total } }';
  const { waivers } = /** @type {{ waivers: { total: number } }} */ (
    await api.graphql(query, { filter: { policy, assetId } })
  );
  return waivers.total > 0;
}

/**
 * Tokens never decide: a steward is there for as long as it takes.
 *
 * @param {Api} api
 * @param {Waiver} waiver
 */
async function approve(api, { id, contentHash: hash }) {
  await asSomebody(api, { displayName: 'Lea Marin', role: 'STEWARD' }, async (steward) => {
    await steward.graphql('mutation Decide($input: DecideWaiverInput!) { decideWaiver(input: $input) { id } }', {
      input: { id, hash, approve: true, reason: 'Fine for a week, under that condition.' },
    });
  });
}
