import { once } from 'node:events';
import type { Response } from 'express';

/** A reader that takes nothing for so long is gone. */
const STALL_MS = 60_000;

/** Text, or text as UTF-8. */
export type Piece = string | Uint8Array;

/** What the answer's head says. */
export interface FileHead {
  readonly type: 'text/csv' | 'text/plain' | 'application/x-ndjson';
  /** What a browser saves it as; absent: it is not for browsers. */
  readonly filename?: string;
}

/**
 * Sends a file that is made while it is sent, no faster than the reader reads.
 *
 * The first piece is asked for before the head, so that a refusal is still a proper answer; a failure after that cuts the
 * connection. `signal` is aborted when the reader is gone.
 */
export async function sendInPieces(
  response: Response,
  { type, filename }: FileHead,
  piecesOf: (signal: AbortSignal) => AsyncGenerator<Piece, void>,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  const pieces = piecesOf(gone.signal);
  const first = await firstOf(pieces, gone.signal);
  if (first === null) return;
  response.status(200).setHeader('content-type', `${type}; charset=utf-8`);
  if (filename !== undefined) response.setHeader('content-disposition', `attachment; filename="${filename}"`);
  response.setTimeout(STALL_MS, () => response.destroy());
  try {
    for (let next = first; !next.done; next = await pieces.next()) await write(response, next.value, gone.signal);
    response.end();
  } catch (error) {
    response.destroy();
    if (!gone.signal.aborted) throw error;
  } finally {
    await pieces.return(); // what it is made from may be held open
  }
}

/** Null when the reader left before there was anything: nobody is to be told. */
async function firstOf(
  pieces: AsyncGenerator<Piece, void>,
  signal: AbortSignal,
): Promise<IteratorResult<Piece, void> | null> {
  try {
    return await pieces.next();
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function write(response: Response, piece: Piece, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (piece.length > 0 && !response.write(piece)) await once(response, 'drain', { signal });
}
