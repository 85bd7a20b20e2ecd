// @ts-check
import { openAsBlob } from 'node:fs';

/** @typedef {{ namespace: string, name: string }} AssetName */

const STEP_MS = 5 * 60_000;
const EVENTS_AT_ONCE = 200;

/** The public API, as the demo uses it: everything here could be sent by anybody with a token. */
export class Api {
  /**
   * @param {string} origin
   * @param {string} token
   * @param {string | undefined} cookie of a session, instead of the token
   */
  constructor(origin, token, cookie = undefined) {
    this.origin = origin;
    this.token = token;
    /** @type {Record<string, string>} */
    this.credentials = cookie === undefined ? { authorization: `Bearer ${token}` } : { cookie };
    /** @type {Map<string, Promise<string>>} */
    this.ids = new Map();
  }

  /**
   * The same API, as a person who signs in.
   *
   * @param {string} username
   * @param {string} password
   * @returns {Promise<Api>}
   */
  async signIn(username, password) {
    const response = await fetch(`${this.origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
      signal: AbortSignal.timeout(STEP_MS),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie === undefined) throw new Error(`signing in answered ${response.status}`);
    return new Api(this.origin, this.token, cookie.split(';')[0]);
  }

  /**
   * Sends files to a connector.
   *
   * @param {string} connector
   * @param {Readonly<Record<string, string>>} parameters
   * @param {Readonly<Record<string, string>>} parts files by the name of their part
   * @throws Error with the reason the service gives
   */
  async ingest(connector, parameters, parts) {
    const form = new FormData();
    for (const [part, file] of Object.entries(parts)) form.append(part, await openAsBlob(file), file);
    const path = `/api/v1/ingest/${connector}?${new URLSearchParams(parameters)}`;
    const { status, answer } = await this.#post(path, form, {});
    if (status >= 300) throw new Error(`${connector}: ${answer.error?.message ?? `status ${status}`}`);
  }

  /**
   * Sends OpenLineage events, as pipelines do.
   *
   * @param {readonly object[]} events
   * @throws Error with the reason of the first that was refused
   */
  async sendEvents(events) {
    const headers = { 'content-type': 'application/json' };
    for (let start = 0; start < events.length; start += EVENTS_AT_ONCE) {
      const batch = JSON.stringify(events.slice(start, start + EVENTS_AT_ONCE));
      const { status, answer } = await this.#post('/api/v1/lineage/batch', batch, headers);
      const [refused] = answer.failed_events ?? [];
      if (status >= 300 || refused !== undefined)
        throw new Error(`pipelines: ${refused?.reason ?? `status ${status}`}`);
    }
  }

  /**
   * @param {string} query
   * @param {Record<string, unknown>} variables
   * @returns {Promise<unknown>} `data`; its shape is the query's
   * @throws Error with the first error
   */
  async graphql(query, variables) {
    const headers = { 'content-type': 'application/json' };
    const { answer } = await this.#post('/graphql', JSON.stringify({ query, variables }), headers);
    if (answer.data === undefined || answer.errors?.[0] !== undefined) {
      throw new Error(answer.errors?.[0]?.message ?? 'the API gave no answer');
    }
    return answer.data;
  }

  /**
   * The id of an asset; asked for once.
   *
   * @param {AssetName} asset
   * @returns {Promise<string>}
   * @throws Error when there is none
   */
  idOf({ namespace, name }) {
    const key = `${namespace} ${name}`;
    const known = this.ids.get(key) ?? this.#findId(namespace, name);
    this.ids.set(key, known);
    return known;
  }

  /**
   * @param {string} namespace
   * @param {string} name
   */
  async #findId(namespace, name) {
    const query =
      'query Id($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { id } }';
    const data = await this.graphql(query, { namespace, name });
    const { assetByName } = /** @type {{ assetByName: { id: string } | null }} */ (data);
    if (assetByName === null) throw new Error(`there is no asset ${name} in ${namespace}`);
    return assetByName.id;
  }

  /**
   * @param {string} path
   * @param {string | FormData} body
   * @param {Record<string, string>} headers
   * @returns {Promise<{ status: number, answer: { data?: unknown, errors?: { message: string }[], error?: { message: string }, failed_events?: { reason: string }[] } }>}
   */
  async #post(path, body, headers) {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { ...headers, ...this.credentials },
      body,
      signal: AbortSignal.timeout(STEP_MS),
    });
    const text = await response.text();
    if (text === '' && response.ok) return { status: response.status, answer: {} };
    if (!text.startsWith('{')) throw new Error(`${path} answered ${response.status}`);
    return { status: response.status, answer: JSON.parse(text) };
  }
}
