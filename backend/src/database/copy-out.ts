import type { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

const HEADER = 11 + 4 + 4; // signature, flags, length of an extension that nobody uses
const TRAILER = -1;

/**
 * Runs a `copy … to stdout (format binary)` of `queries/` in the caller's transaction and hands over row after row.
 *
 * `read` gets the bytes and where the row's fields begin: each a length in four bytes (-1: null) and its value.
 * The shortest way of many rows out of the database; memory stays that of one piece of the stream.
 * Source: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.55.9.4
 */
export async function copyOut(
  tx: EntityManager,
  sql: string,
  fields: number,
  read: (bytes: Buffer, start: number) => void,
): Promise<void> {
  const runner = tx.queryRunner;
  if (runner === undefined) throw new Error('copyOut belongs into a transaction');
  const client = (await runner.connect()) as PoolClient;
  const stream: Readable = client.query(to(sql));
  let bytes: Buffer = Buffer.alloc(0);
  let start = HEADER; // of the next row; beyond the bytes while the header is not all there
  for await (const piece of stream) {
    const [next, offset] = joined(bytes, start, piece as Buffer);
    bytes = next;
    start = offset;
    for (let end = endOfRow(bytes, start, fields); end !== null; end = endOfRow(bytes, start, fields)) {
      read(bytes, start + 2);
      start = end;
    }
  }
}

/** What is left of the bytes and the next piece, and where the next row starts in it. */
function joined(bytes: Buffer, start: number, piece: Buffer): [Buffer, number] {
  if (start >= bytes.length) return [piece, start - bytes.length];
  return [Buffer.concat([bytes.subarray(start), piece]), 0];
}

/** Where the row that starts here ends; null when it is not all there, or none follows. */
function endOfRow(bytes: Buffer, start: number, fields: number): number | null {
  if (start + 2 > bytes.length || bytes.readInt16BE(start) === TRAILER) return null;
  let place = start + 2;
  for (let field = 0; field < fields; field++) {
    if (place + 4 > bytes.length) return null;
    place += 4 + Math.max(bytes.readInt32BE(place), 0);
  }
  return place <= bytes.length ? place : null;
}
