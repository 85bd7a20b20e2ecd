// Forwards requests to the backend, streaming both ways; says 503 while there is none.
import http from 'node:http';
import https from 'node:https';

/** Of one connection only (RFC 9110 §7.6.1): never passed on. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);
/** Claims about the sender that only we may make. */
const OURS = new Set(['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'x-real-ip']);
const RETRY_AFTER_S = '2';

/**
 * @param {{ origin: string, trustsProxy: boolean }} options `origin` without a path
 * @returns {(request: http.IncomingMessage, response: http.ServerResponse) => void}
 */
export function createApiProxy({ origin, trustsProxy }) {
  const target = new URL(origin);
  const transport = target.protocol === 'https:' ? https : http;
  const agent = new transport.Agent({ keepAlive: true, maxSockets: 256, keepAliveMsecs: 10_000 });
  return (request, response) => {
    const upstream = transport.request({
      agent,
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.url,
      headers: headersFor(request, target, trustsProxy),
    });
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    upstream.on('error', () => {
      // A body that was cut off half-way must not look like a whole one.
      if (response.headersSent) response.destroy();
      else sayUnavailable(request, response);
    });
    // The reader went away: the backend may stop working for nobody.
    response.on('close', () => upstream.destroy());
    request.on('error', () => upstream.destroy());
    request.pipe(upstream);
  };
}

function headersFor(request, target, trustsProxy) {
  const kept = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.has(name) && !OURS.has(name));
  return { ...Object.fromEntries(kept), host: target.host, ...claimsOf(request, trustsProxy ? request.headers : {}) };
}

/**
 * Replaces what a request claims about its sender by what we know; for requests that are answered here.
 *
 * @param {http.IncomingMessage} request
 * @param {boolean} trustsProxy
 */
export function settleClaims(request, trustsProxy) {
  const claims = claimsOf(request, trustsProxy ? request.headers : {});
  for (const name of OURS) delete request.headers[name];
  Object.assign(request.headers, claims);
}

/** Who asked, by which protocol, for which host; on top of what a trusted proxy in front said. */
function claimsOf(request, believed) {
  const peer = request.socket.remoteAddress ?? '';
  const before = believed['x-forwarded-for'];
  return {
    'x-forwarded-for': before ? `${before}, ${peer}` : peer,
    'x-forwarded-proto': believed['x-forwarded-proto'] ?? 'http',
    'x-forwarded-host': believed['x-forwarded-host'] ?? request.headers.host ?? '',
  };
}

function withoutHops(headers) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !HOP_BY_HOP.has(name) && value !== undefined),
  );
}

function sayUnavailable(request, response) {
  const message = 'The catalog service is not available right now';
  response.writeHead(503, {
    'content-type': 'application/json',
    'retry-after': RETRY_AFTER_S,
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(
    JSON.stringify({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }], code: 'UNAVAILABLE', message }),
  );
  request.resume();
}
