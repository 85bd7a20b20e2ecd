import { createHmac } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import { addressesOf, checkTarget } from './target';

/** What an attempt may take in all, and how much of an answer is read before the connection is cut. */
const LONGEST_MS = 5_000;
const MOST_ANSWER_BYTES = 16 * 1024;

export interface Outgoing {
  readonly id: string;
  readonly event: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/** How an attempt went; `error` is null when it was taken. */
export interface Attempt {
  readonly httpStatus: number | null;
  readonly error: string | null;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of `<seconds>.<body>`. Binding the time lets receivers refuse what is old. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/**
 * One POST. A redirect is an answer like any other and not followed; every answer but 2xx is a failure. Never throws.
 */
export async function send(outgoing: Outgoing, hosts: readonly string[]): Promise<Attempt> {
  try {
    const url = checkTarget(outgoing.url, hosts);
    const httpStatus = await post(url, await addressesOf(url, hosts), outgoing);
    return { httpStatus, error: httpStatus >= 200 && httpStatus < 300 ? null : `HTTP ${httpStatus}` };
  } catch (error) {
    return { httpStatus: null, error: reasonOf(error) };
  }
}

function post(url: URL, addresses: readonly LookupAddress[], outgoing: Outgoing): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(LONGEST_MS),
    headers: headersOf(outgoing),
    lookup: (_host, { all }, done) => {
      const [first] = addresses;
      if (all === true) done(null, [...addresses]);
      else done(null, first?.address ?? '', first?.family);
    },
  };
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage): void => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > MOST_ANSWER_BYTES) response.destroy();
      });
      response.once('close', () => resolve(response.statusCode ?? 0));
      response.once('error', () => resolve(response.statusCode ?? 0));
    };
    const request = url.protocol === 'https:' ? secureRequest(url, options) : plainRequest(url, options);
    request.once('response', answered).once('error', reject).end(outgoing.body);
  });
}

function headersOf({ id, event, secret, body }: Outgoing): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Tributary-Webhook/1',
    'Tributary-Event': event,
    'Tributary-Delivery': id,
    'Tributary-Signature': signatureOf(secret, Math.floor(Date.now() / 1_000), body),
  };
}

function reasonOf(error: unknown): string {
  const isLate = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  if (isLate) return `No answer within ${LONGEST_MS / 1_000} s`;
  if (isUnknownHost(error)) return `No such host: ${error.hostname}`;
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

function isUnknownHost(error: unknown): error is { readonly hostname: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND' && 'hostname' in error;
}
