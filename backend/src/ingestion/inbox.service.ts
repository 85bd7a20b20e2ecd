import { createHash, type Hash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Transform, type TransformCallback } from 'node:stream';
import { createGzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { actorKey, type Actor } from '../access';
import { DomainError, invalid } from '../shared/errors';
import { inflatedPart, type IncomingPart } from './incoming-part';
import { acceptDelivery, addChunk, forgetDelivery, startDelivery, type OpenDelivery } from './store/inbox';

/** Largest inflated part, in bytes. */
const MAX_PART_BYTES = 400 * 1024 * 1024;
const MAX_PARTS = 8;
const CHUNK_BYTES = 1024 * 1024;

/** What the sender asked for. */
export interface Intake {
  readonly connector: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sender: Actor;
}

/** Stores what arrives, as bytes, before anybody tries to understand it. */
@Injectable()
export class InboxService {
  constructor(private readonly db: DataSource) {}

  /**
   * Makes a delivery durable; memory stays below a few MB whatever its size.
   *
   * @throws DomainError INVALID for a damaged gzip stream, a part twice, too many or too large parts. Nothing is kept then.
   */
  async receive(intake: Intake, parts: AsyncIterable<IncomingPart>): Promise<OpenDelivery> {
    const { connector, parameters, sender } = intake;
    const from = { key: actorKey(sender), requestId: sender.requestId ?? null };
    const delivery = await startDelivery(this.db.manager, connector, parameters, from);
    try {
      const stored = new Map<string, StoredDigest>();
      for await (const part of parts) {
        checkPart(part, stored);
        stored.set(part.name, await this.store(delivery.id, part));
      }
      if (stored.size === 0) throw invalid('The request has no part: send at least one file');
      const { hash, byteCount } = digestAll(stored);
      await acceptDelivery(this.db.manager, delivery.id, hash, byteCount);
      return delivery;
    } catch (error) {
      await forgetDelivery(this.db.manager, delivery.id);
      throw error;
    }
  }

  private async store(deliveryId: string, part: IncomingPart): Promise<StoredDigest> {
    const digest = new Digest(part.name);
    const source = await inflatedPart(part);
    const save = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
      let seq = 0;
      for await (const piece of rechunk(pieces)) {
        await addChunk(this.db.manager, deliveryId, part.name, seq, piece);
        seq += 1;
      }
    };
    try {
      await pipeline(source, digest, createGzip({ level: 1 }), save);
    } catch (error) {
      throw asReadable(error, part.name);
    }
    return digest.result();
  }
}

interface StoredDigest {
  readonly hash: string;
  readonly byteCount: number;
}

/** Hashes and counts what passes through; refuses more than the limit. */
class Digest extends Transform {
  private readonly hash: Hash = createHash('sha256');
  private byteCount = 0;

  constructor(private readonly part: string) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(piece);
    this.byteCount += piece.length;
    if (this.byteCount > MAX_PART_BYTES) {
      done(invalid(`Part ${this.part}: larger than ${String(MAX_PART_BYTES / 1024 / 1024)} MB when inflated`));
      return;
    }
    done(null, piece);
  }

  result(): StoredDigest {
    return { hash: this.hash.digest('hex'), byteCount: this.byteCount };
  }
}

async function* rechunk(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    for (let at = 0; at + CHUNK_BYTES <= all.length; at += CHUNK_BYTES) yield all.subarray(at, at + CHUNK_BYTES);
    const rest = all.subarray(all.length - (all.length % CHUNK_BYTES));
    waiting = [rest];
    size = rest.length;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function checkPart(part: IncomingPart, stored: ReadonlyMap<string, StoredDigest>): void {
  if (stored.has(part.name)) throw invalid(`Part ${part.name}: sent twice`);
  if (stored.size >= MAX_PARTS) throw invalid(`More than ${String(MAX_PARTS)} parts`);
}

function digestAll(parts: ReadonlyMap<string, StoredDigest>): StoredDigest {
  const hash = createHash('sha256');
  let byteCount = 0;
  for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${part.hash}\n`);
    byteCount += part.byteCount;
  }
  return { hash: hash.digest('hex'), byteCount };
}

/** zlib's errors in the sender's words; everything else as it is. */
function asReadable(error: unknown, part: string): unknown {
  if (error instanceof DomainError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) return invalid(`Part ${part}: the gzip stream is damaged or cut short`);
  return error;
}
