import { pipeline } from 'node:stream/promises';
import { PassThrough, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { EntityManager } from 'typeorm';

import type { DeliveryPart } from './connectors/connector';
import { listParts, readChunks } from './store/inbox';

/** The stored parts of a delivery; each opens as its inflated bytes, as often as a connector likes. */
export async function openParts(db: EntityManager, deliveryId: string): Promise<ReadonlyMap<string, DeliveryPart>> {
  const parts = await listParts(db, deliveryId);
  return new Map(parts.map(({ name }) => [name, { name, open: () => openPart(db, deliveryId, name) }]));
}

function openPart(db: EntityManager, deliveryId: string, name: string): AsyncIterable<Buffer> {
  const inflated = new PassThrough({ highWaterMark: 256 * 1024 });
  const stored = Readable.from(readChunks(db, deliveryId, name), { objectMode: false });
  pipeline(stored, createGunzip({ chunkSize: 256 * 1024 }), inflated).catch((error: unknown) => {
    // The reader sees the failure; a reader that stopped early destroyed the stream itself.
    inflated.destroy(error as Error);
  });
  return inflated;
}
