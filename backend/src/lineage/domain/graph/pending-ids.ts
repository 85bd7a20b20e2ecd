import { numberAt } from './number-at';

/**
 * Ids that are still to be looked at, each once: asked for in order they come in order, though more may come meanwhile.
 *
 * One bit for each id, and one for each word of 32 bits that has any; a block is 1,024 ids.
 */
export class PendingIds {
  private readonly met: Uint32Array;
  private readonly waiting: Uint32Array;
  private readonly filled: Uint32Array;

  /** For ids up to `top`. */
  constructor(top: number) {
    this.met = new Uint32Array((top >>> 5) + 1);
    this.waiting = new Uint32Array((top >>> 5) + 1);
    this.filled = new Uint32Array((top >>> 10) + 1);
  }

  get blocks(): number {
    return this.filled.length;
  }

  /** False when it was there before, looked at or not. */
  add(id: number): boolean {
    const word = id >>> 5;
    const bit = 1 << (id & 31);
    if ((numberAt(this.met, word) & bit) !== 0) return false;
    this.met[word] = numberAt(this.met, word) | bit;
    this.waiting[word] = numberAt(this.waiting, word) | bit;
    this.filled[word >>> 5] = numberAt(this.filled, word >>> 5) | (1 << (word & 31));
    return true;
  }

  /** The lowest id of a block that is still to be looked at; -1 when there is none. */
  take(block: number): number {
    const filled = numberAt(this.filled, block);
    if (filled === 0) return -1;
    const word = (block << 5) | lowest(filled);
    const waiting = numberAt(this.waiting, word);
    const rest = waiting & (waiting - 1);
    this.waiting[word] = rest;
    if (rest === 0) this.filled[block] = filled & (filled - 1);
    return (word << 5) | lowest(waiting);
  }
}

/** Place of the lowest bit that is set; there is one. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
