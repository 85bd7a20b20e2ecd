import type { EntityManager } from 'typeorm';

import { listParts, readChunks } from '../store/inbox';

/** A part as the inbox keeps it: gzip, readable as often as needed. */
export interface StoredPart {
  readonly name: string;
  readonly byteCount: number;
  readonly open: () => AsyncIterable<Buffer>;
}

/** The stored parts of a delivery, by name. */
export async function storedParts(db: EntityManager, deliveryId: string): Promise<ReadonlyMap<string, StoredPart>> {
  const parts = await listParts(db, deliveryId);
  return new Map(parts.map((part) => [part.name, { ...part, open: () => readChunks(db, deliveryId, part.name) }]));
}
