// @ts-check
// Sends events and tries again until each is acknowledged, as OpenLineage's clients do, only longer.
import { hash } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The digest by which the catalog knows an event. @param {string} text as JSON.stringify gives it */
export const hashOf = (text) => hash('sha256', text, 'hex').slice(0, 32);

/**
 * @typedef {object} Sent
 * @property {number} acknowledged
 * @property {number} retries answers and failures that asked for another try
 * @property {Map<string, number>} statuses how often each was seen; `error` for no answer
 * @property {number[]} latencies of acknowledged requests, milliseconds
 * @property {string[]} lost never acknowledged
 */

/**
 * Sends all bodies over some connections to the workers in turn; a request that fails goes to the next one.
 *
 * @param {import('./rig.mjs').Rig} rig
 * @param {readonly string[]} bodies
 * @param {{ connections: number, patienceMs?: number, path?: string }} options
 * @returns {Promise<Sent>}
 */
export async function sendAll(rig, bodies, { connections, patienceMs = 120_000, path = '/api/v1/lineage' }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const sent = /** @type {Sent} */ ({ acknowledged: 0, retries: 0, statuses: new Map(), latencies: [], lost: [] });
  let next = 0;
  const lane = async (/** @type {number} */ number) => {
    while (next < bodies.length) {
      const body = bodies[next] ?? '';
      next += 1;
      await deliver(rig, sent, { agent, body, path, patienceMs, turn: number });
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => lane(number)));
  agent.destroy();
  return sent;
}

/**
 * @param {import('./rig.mjs').Rig} rig
 * @param {Sent} sent
 * @param {{ agent: http.Agent, body: string, path: string, patienceMs: number, turn: number }} delivery
 */
async function deliver({ workers, token }, sent, { agent, body, path, patienceMs, turn }) {
  const began = performance.now();
  for (let attempt = turn; performance.now() - began < patienceMs; attempt += 1) {
    const asked = performance.now();
    const url = new URL(path, workers[attempt % workers.length]?.url);
    const status = await post(agent, url, body, token).catch(() => 'error');
    sent.statuses.set(String(status), (sent.statuses.get(String(status)) ?? 0) + 1);
    if (status === 200 || status === 201) {
      sent.latencies.push(performance.now() - asked);
      sent.acknowledged += 1;
      return;
    }
    if (isFinal(status)) break;
    sent.retries += 1;
    await sleep(workers.length > 1 ? 0 : 50);
  }
  sent.lost.push(body);
}

/**
 * No client tries again what was refused.
 *
 * @param {number | string} status
 */
const isFinal = (status) => typeof status === 'number' && status < 500;

/**
 * @param {http.Agent} agent
 * @param {URL} url
 * @param {string} body
 * @param {string} token
 * @returns {Promise<number>} status
 */
function post(agent, url, body, token) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${token}`,
      },
      timeout: 10_000,
    });
    request.once('response', (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    request.once('timeout', () => request.destroy(new Error('no answer')));
    request.once('error', reject);
    request.end(body);
  });
}
