import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { invalid } from '../../shared/errors';
import { inflatedPart, type IncomingPart } from '../incoming-part';
import type { StoredPart } from '../reading/stored-parts';

/** All parts together, inflated and gzipped, in bytes. */
const MAX_BYTES = 400 * 1024 * 1024;
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/**
 * What arrives, kept gzipped in memory for as long as it is looked at; nothing is stored.
 *
 * @throws DomainError INVALID for a part twice, a damaged one, or too much
 */
export async function partsInMemory(parts: AsyncIterable<IncomingPart>): Promise<ReadonlyMap<string, StoredPart>> {
  const kept = new Map<string, StoredPart>();
  for await (const part of parts) {
    if (kept.has(part.name)) throw invalid(`Part ${part.name}: sent twice`);
    kept.set(part.name, await keep(part));
  }
  if (kept.size === 0) throw invalid('The request has no part: send the manifest');
  return kept;
}

async function keep(part: IncomingPart): Promise<StoredPart> {
  let byteCount = 0;
  const counted = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      byteCount += piece.length;
      if (byteCount > MAX_BYTES)
        throw invalid(`Part ${part.name}: larger than ${MAX_BYTES / 1024 / 1024} MB when inflated`);
      yield piece;
    }
  };
  const pieces: Buffer[] = [];
  let size = 0;
  const source = Readable.from(counted(await inflatedPart(part)), { objectMode: false });
  const packed = source.pipe(createGzip({ level: 1 }));
  source.on('error', (error) => packed.destroy(error));
  for await (const piece of packed as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MAX_KEPT_BYTES)
      throw invalid(`Part ${part.name}: larger than ${MAX_KEPT_BYTES / 1024 / 1024} MB when gzipped`);
    pieces.push(piece);
  }
  return { name: part.name, byteCount: size, open: () => Readable.from(pieces) };
}
