// @ts-check
import { EXIT, Failure } from './failure.mjs';

const TRIES = 6;
const FIRST_WAIT_MS = 500;

/**
 * What the service answers, over GraphQL (data, errors) and REST (the rest).
 *
 * @typedef {{ code: string, message: string }} ApiError
 * @typedef {object} Answer
 * @property {unknown} [data] of the type that the caller of `graphql` names
 * @property {{ message: string, extensions?: { code?: string } }[]} [errors]
 * @property {ApiError} [error]
 * @property {string} [deliveryId]
 * @property {string} [status]
 * @property {Report | null} [report]
 */

/**
 * @typedef {object} Report
 * @property {string | null} source
 * @property {number} durationMs
 * @property {number} edges
 * @property {number} columns
 * @property {number} rules
 * @property {number} results
 * @property {number} created
 * @property {number} matched
 * @property {number} changed
 * @property {number} unchanged
 * @property {number} merged
 * @property {number} stubbed
 * @property {number} closed
 * @property {number} refused
 */

/**
 * @typedef {object} Client
 * @property {(path: string, init?: RequestInit | (() => RequestInit)) => Promise<Response>} fetch retried while the service is away
 * @property {<T>(query: string, variables?: Record<string, unknown>) => Promise<T>} graphql
 * @property {(username: string, password: string) => Promise<void>} signIn for this process only
 * @property {string} url
 */

/**
 * @param {{ url: string, token: string | undefined, onRetry: (message: string) => void }} options
 * @returns {Client}
 * @throws Failure for a malformed address
 */
export function createClient({ url, token, onRetry }) {
  const origin = originOf(url);
  let cookie = '';
  /** @param {RequestInit} request */
  const signed = (request) => {
    const headers = new Headers(request.headers);
    if (cookie === '') {
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      return { ...request, headers };
    }
    headers.set('cookie', cookie);
    headers.set('origin', origin);
    return { ...request, headers };
  };
  /** @type {Client['fetch']} */
  const send = async (path, init = {}) => {
    for (let attempt = 1; ; attempt += 1) {
      const request = typeof init === 'function' ? init() : init;
      const response = await attemptFetch(`${origin}${path}`, signed(request));
      if (response instanceof Response && response.status !== 503) return response;
      if (attempt >= TRIES) throw unreachable(origin, response);
      const wait = FIRST_WAIT_MS * 2 ** (attempt - 1);
      onRetry(`${origin} is not available; trying again in ${wait / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  return {
    url: origin,
    fetch: send,
    graphql: (query, variables = {}) => ask(send, query, variables),
    signIn: async (username, password) => {
      cookie = await startSession(send, origin, username, password);
    },
  };
}

/**
 * @param {Client['fetch']} send
 * @param {string} origin
 * @param {string} username
 * @param {string} password
 * @returns {Promise<string>} the Cookie header of the new session
 */
async function startSession(send, origin, username, password) {
  const response = await send('/api/v1/session', {
    method: 'POST',
    body: JSON.stringify({ username, password }),
    headers: { 'content-type': 'application/json', origin },
  });
  if (!response.ok) throw new Failure(EXIT.forbidden, 'User name or password is wrong');
  const cookies = response.headers.getSetCookie();
  return cookies.map((line) => line.split(';')[0]).join('; ');
}

/** @param {string} url */
function originOf(url) {
  try {
    return new URL(url).origin;
  } catch {
    throw new Failure(EXIT.usage, `--url: ${url} is not an address such as http://localhost:3000`);
  }
}

/**
 * @param {string} url
 * @param {RequestInit} init
 * @returns {Promise<Response | Error>}
 */
async function attemptFetch(url, init) {
  try {
    return await fetch(url, init);
  } catch (error) {
    return /** @type {Error} */ (error);
  }
}

/**
 * @param {string} origin
 * @param {Response | Error} last
 */
function unreachable(origin, last) {
  const cause = last instanceof Response ? 'answers 503' : codeOf(last);
  return new Failure(EXIT.unreachable, `${origin} cannot be reached: ${cause}. Is the service running?`);
}

/** @param {Error} error of fetch, which hides the reason in its cause */
function codeOf({ cause, message }) {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  if (cause instanceof Error) return codeOf(cause);
  return message;
}

/**
 * @template T
 * @param {Client['fetch']} send
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @returns {Promise<T>}
 */
async function ask(send, query, variables) {
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await readJson(response);
  const failure = firstFailure(answer, response);
  if (failure !== null) throw failure;
  return /** @type {T} */ (answer.data);
}

/**
 * @param {Answer} answer
 * @param {Response} response
 */
function firstFailure(answer, response) {
  const [first] = answer.errors ?? [];
  if (first !== undefined) return failureOf(first.extensions?.code, first.message, answer.errors);
  if (response.ok) return null;
  return failureOf(answer.error?.code, answer.error?.message ?? response.statusText, answer);
}

/**
 * The body as JSON; a body that is none shows as a failure that names the status.
 *
 * @param {Response} response
 * @returns {Promise<Answer>}
 */
export async function readJson(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(EXIT.refused, `The service answered ${response.status} without JSON: ${text.slice(0, 200)}`);
  }
}

/**
 * @param {string | undefined} code an error code of the API
 * @param {string} message
 * @param {unknown} details
 */
export function failureOf(code, message, details) {
  const exitCode =
    code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'
      ? EXIT.forbidden
      : code === 'NOT_FOUND'
        ? EXIT.notFound
        : EXIT.refused;
  const hint = code === 'UNAUTHENTICATED' ? '; set TRIBUTARY_TOKEN (tributary token create makes one)' : '';
  return new Failure(exitCode, `${message.replace(/\.$/, '')}${hint}`, details);
}
