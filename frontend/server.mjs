// The one public origin: forwards the API to the backend and lets Next draw everything else.
//
// PORT            where to listen (3000)
// HOST            on which address (all)
// API_ORIGIN      where the backend is (http://127.0.0.1:4000)
// TRUST_PROXY=1   believe X-Forwarded-* of the proxy in front; otherwise they are replaced
//
// Ends when the parent process that started it with an IPC channel is gone, and on SIGTERM after the last answer.
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApiProxy, settleClaims } from './api-proxy.mjs';

process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '0.0.0.0';
const origin = process.env.API_ORIGIN ?? `http://127.0.0.1:${process.env.API_PORT ?? '4000'}`;
const trustsProxy = process.env.TRUST_PROXY === '1';
const GRACE_MS = 10_000;

const { default: next } = await import('next');
const app = next({ dev: false, dir: fileURLToPath(new URL('.', import.meta.url)), quiet: true });
const drawPage = app.getRequestHandler();
const forward = createApiProxy({ origin, trustsProxy });
await app.prepare();

const isForApi = (url) => url === '/graphql' || /^\/(?:graphql[/?]|api\/|health\/)/.test(url);

const server = http.createServer((request, response) => {
  if (isForApi(request.url ?? '/')) {
    forward(request, response);
    return;
  }
  settleClaims(request, trustsProxy);
  drawPage(request, response).catch(() => {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('This page could not be drawn.');
  });
});
server.keepAliveTimeout = 75_000;
server.headersTimeout = 76_000;
// Large documents may take long to arrive; the backend has its own limit on size.
server.requestTimeout = 0;
server.on('upgrade', (_request, socket) => socket.destroy());
server.on('clientError', (_error, socket) => {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
});

let isStopping = false;
/** Answers what has begun, then ends. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

server.once('error', (error) => {
  process.stderr.write(
    `The web app cannot listen on port ${port}: ${error.code === 'EADDRINUSE' ? 'the port is taken' : error.message}\n`,
  );
  process.exit(1);
});
server.listen(port, host, () => {
  process.stdout.write(`Web app listening on http://localhost:${port}\n`);
  process.send?.({ type: 'listening', port });
});
