// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 50;
const PATIENCE_MS = 10 * 60_000;

/**
 * Waits until an address answers 2xx. Long, because a first start may have much to migrate.
 *
 * @param {string} url
 * @returns {Promise<void>}
 * @throws Error after ten minutes
 */
export async function untilReady(url) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`${url} did not answer for ten minutes.`);
    await sleep(PAUSE_MS);
  }
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}
