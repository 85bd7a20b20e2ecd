import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** The bytes that were gzipped, in pieces of at most 256 kB. */
export function inflate(stored: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  const inflated = new PassThrough({ highWaterMark: 256 * 1024 });
  const source = Readable.from(stored, { objectMode: false });
  pipeline(source, createGunzip({ chunkSize: 256 * 1024 }), inflated).catch((error: unknown) => {
    // The reader sees the failure; a reader that stopped early destroyed the stream itself.
    inflated.destroy(error as Error);
  });
  return inflated;
}
