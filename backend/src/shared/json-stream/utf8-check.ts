import { isUtf8 } from 'node:buffer';

const CONTINUATION = 0x80;

/** Length of the character that a leading byte announces; 1 for ASCII and for bytes that announce nothing. */
function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** Bytes at the end of `piece` that begin a character without finishing it: 0…3. */
function unfinishedTail(piece: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] ?? 0;
    if ((byte & 0xc0) === CONTINUATION) continue;
    return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte that cannot be UTF-8; the length when only the end is unfinished. */
export function firstInvalid(piece: Uint8Array): number {
  let good = 0;
  let bad = piece.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const prefix = piece.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, middle - unfinishedTail(prefix)))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Checks a stream piece by piece, characters cut between pieces included. */
export class Utf8Check {
  private carried: Uint8Array = new Uint8Array(0);

  /** False when `piece`, after what came before, cannot be UTF-8. */
  accepts(piece: Uint8Array): boolean {
    if (this.carried.length > 0) return this.acceptsCarried(piece);
    const tail = unfinishedTail(piece);
    this.carried = piece.slice(piece.length - tail);
    return isUtf8(piece.subarray(0, piece.length - tail));
  }

  private acceptsCarried(piece: Uint8Array): boolean {
    const missing = lengthOf(this.carried[0] ?? 0) - this.carried.length;
    const joined = Buffer.concat([this.carried, piece.subarray(0, missing)]);
    if (piece.length < missing) {
      this.carried = joined;
      return joined.subarray(1).every((byte) => (byte & 0xc0) === CONTINUATION);
    }
    this.carried = new Uint8Array(0);
    return isUtf8(joined) && this.accepts(piece.subarray(missing));
  }
}
