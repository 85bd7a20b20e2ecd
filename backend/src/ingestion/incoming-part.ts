import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** One part as it comes off the wire, gzip or not. */
export interface IncomingPart {
  readonly name: string;
  readonly stream: Readable;
}

/** The part without its gzip coat; recognised by its first bytes, since many senders forget the header. */
export async function inflatedPart({ stream }: IncomingPart): Promise<Readable> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  let ended = false;
  while (head.length < GZIP_MAGIC.length && !ended) {
    const next = await pieces.next();
    ended = next.done === true;
    if (!ended) head = Buffer.concat([head, next.value as Buffer]);
  }
  const whole = Readable.from(again(head, pieces, ended), { objectMode: false });
  if (!head.subarray(0, 2).equals(GZIP_MAGIC)) return whole;
  const plain = new PassThrough();
  pipeline(whole, createGunzip(), plain).catch((error: unknown) => plain.destroy(error as Error));
  return plain;
}

async function* again(head: Buffer, rest: AsyncIterator<Buffer>, ended: boolean): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  while (!ended) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}
