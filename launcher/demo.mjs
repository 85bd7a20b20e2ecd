// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Api } from './demo/api.mjs';
import { sendStep } from './demo/steps.mjs';

/**
 * Where the demo goes to and comes from.
 *
 * @typedef {object} DemoRoute
 * @property {string} api origin of the backend
 * @property {string} token of an administrator
 * @property {string} seeds folder with manifest.json
 * @property {string} marker file that is there while loading
 */

/**
 * Whether this catalog is still without the demo: nothing was ever received, or loading was interrupted.
 *
 * @param {DemoRoute} route
 */
export async function isDemoDue({ api, token, seeds, marker }) {
  if (!existsSync(path.join(seeds, 'manifest.json'))) return false;
  if (existsSync(marker)) return true;
  const query = 'query Emptiness { ledger { received } overview { assetCount } }';
  const answer = await new Api(api, token).graphql(query, {});
  const { ledger, overview } = /** @type {{ ledger: { received: number }, overview: { assetCount: number } }} */ (
    answer
  );
  return ledger.received === 0 && overview.assetCount === 0;
}

/**
 * Sends the steps of `manifest.json` in order, through the API that everybody uses. All of them may be sent twice, so
 * an interrupted load is simply done again, as of the moment it was begun.
 *
 * @param {DemoRoute} route
 * @param {(progress: string) => void} note
 */
export async function loadDemo({ api, token, seeds, marker }, note) {
  const now = momentIn(marker) ?? Date.now();
  writeFileSync(marker, String(now));
  const session = new Api(api, token);
  /** @type {{ steps: import('./demo/steps.mjs').Step[] }} */
  const { steps } = JSON.parse(readFileSync(path.join(seeds, 'manifest.json'), 'utf8'));
  for (const [index, step] of steps.entries()) {
    note(`${index + 1} of ${steps.length}`);
    await sendStep(session, seeds, step, now);
  }
  rmSync(marker, { force: true });
}

/**
 * When loading was begun, in milliseconds since 1970; null when it was not.
 *
 * @param {string} marker
 */
function momentIn(marker) {
  const text = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  return /^\d+$/.test(text) ? Number(text) : null;
}
