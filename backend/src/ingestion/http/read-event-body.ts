import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { HttpException, HttpStatus } from '@nestjs/common';
import { invalid } from '../../shared/errors';

/** `application/json` in UTF-8, in any casing; nothing else is an event. */
const JSON_IN_UTF8 = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?(?:;\s*)?$/i;
const ENCODINGS: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'x-gzip']);
/** Inflated on the spot: a worker thread costs more. */
const SMALL = 64 * 1024;
/** A sender that stops half-way is not waited for longer. */
const PATIENCE_MS = 30_000;

const inflate = promisify(gunzip);

/**
 * The body of an event or a batch, inflated. Gzip is known by its first bytes: older senders forget to say it.
 *
 * @throws HttpException 413 when it is larger than `limit` before or after inflating, 415 for another type or encoding
 * @throws DomainError INVALID for a damaged or cut body, an empty one, or one that is not UTF-8
 */
export async function readEventBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  checkType(request);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) throw tooLarge(limit);
  const sent = await readAll(request, limit);
  const isGzip = sent[0] === 0x1f && sent[1] === 0x8b;
  const body = isGzip ? await inflated(sent, limit) : sent;
  if (body.length === 0) throw invalid('The body is empty');
  if (!isUtf8(body)) throw invalid('The body is not UTF-8');
  return body;
}

function checkType({ headers }: IncomingMessage): void {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  if (JSON_IN_UTF8.test(headers['content-type'] ?? '') && ENCODINGS.has(encoding)) return;
  throw new HttpException('Send application/json in UTF-8, plain or gzip', HttpStatus.UNSUPPORTED_MEDIA_TYPE);
}

const tooLarge = (limit: number): HttpException =>
  new HttpException(`The body is larger than ${(limit / 1_048_576).toString()} MB`, HttpStatus.PAYLOAD_TOO_LARGE);

function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const settle = (error: Error | null): void => {
      clearTimeout(timer);
      if (error === null) resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
      else reject(error);
    };
    const timer = setTimeout(() => settle(invalid('The body did not come to its end in time')), PATIENCE_MS);
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > limit) settle(tooLarge(limit));
      else pieces.push(piece);
    });
    request.once('end', () => settle(null));
    request.once('error', () => settle(invalid('The body was cut short')));
    request.once('close', () => settle(invalid('The body was cut short')));
  });
}

async function inflated(sent: Buffer, limit: number): Promise<Buffer> {
  try {
    const options = { maxOutputLength: limit };
    return sent.length <= SMALL ? gunzipSync(sent, options) : await inflate(sent, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw invalid('The gzip stream is damaged or cut short');
  }
}
