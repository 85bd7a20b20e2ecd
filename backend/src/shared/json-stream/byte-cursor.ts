import { invalid } from '../errors';
import { Breather } from './breather';
import { firstInvalid, Utf8Check } from './utf8-check';
import { ScanProblem, ValueScanner } from './value-scanner';

/** What a document may ask of us. */
export interface JsonLimits {
  /** Open brackets at once, inside one value. */
  readonly maxDepth: number;
  /** Bytes of one value that is handed over. */
  readonly maxValueBytes: number;
}

const PIECE_BYTES = 256 * 1024;
const SPACE = 0x20;
const WHITE = new Set([SPACE, 0x09, 0x0a, 0x0d]);
const UTF16_MARKS = new Set([0xfe, 0xff]);

/** Where in a stream of bytes a reader is; moves over white space, single bytes and whole values. */
export class ByteCursor {
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly scanner: ValueScanner;
  private readonly utf8 = new Utf8Check();
  private readonly breather = new Breather();
  private rest: Buffer = Buffer.alloc(0);
  private piece: Buffer = Buffer.alloc(0);
  private at = 0;
  private base = 0;

  constructor(
    bytes: AsyncIterable<Buffer>,
    private readonly part: string,
    private readonly limits: JsonLimits,
  ) {
    this.chunks = bytes[Symbol.asyncIterator]();
    this.scanner = new ValueScanner(limits.maxDepth);
  }

  /** Bytes before the next one. */
  get position(): number {
    return this.base + this.at;
  }

  /** Next byte that is not white space, not yet consumed; null at the end. */
  async peek(): Promise<number | null> {
    for (;;) {
      for (; this.at < this.piece.length; this.at += 1) {
        const byte = this.piece[this.at] ?? 0;
        if (byte > SPACE) return byte;
        if (!WHITE.has(byte)) this.refuse('expected JSON', 0);
      }
      if (!(await this.fill())) return null;
    }
  }

  /** Consumes the byte that `peek` gave. */
  step(): void {
    this.at += 1;
  }

  /**
   * Consumes one value and gives its text; an empty one unless `isKept`. The next byte must be the value's first.
   *
   * @throws DomainError INVALID when it does not end, is too deep, or too long to keep.
   */
  async take(isKept: boolean): Promise<string> {
    this.scanner.start();
    const kept: Buffer[] = [];
    const longest = isKept ? this.position + this.limits.maxValueBytes : Number.POSITIVE_INFINITY;
    for (;;) {
      const end = this.scan();
      const stop = end < 0 ? this.piece.length : end;
      if (isKept) kept.push(this.piece.subarray(this.at, stop));
      if (this.base + stop > longest)
        this.refuse(`a value is longer than ${String(this.limits.maxValueBytes)} bytes`, 0);
      this.at = stop;
      if (end >= 0) return textOf(kept);
      if (!(await this.fill())) this.refuse('the document ends too early', 0);
    }
  }

  /** @throws DomainError INVALID naming the part, the byte `offset` behind the cursor, and the rule. */
  refuse(rule: string, offset: number): never {
    const position = this.position + offset;
    throw invalid(`${this.part}: ${rule} (at byte ${String(position)})`, { part: this.part, position, rule });
  }

  /** Gives everybody else a turn when one is due. */
  breathe(): Promise<void> {
    return this.breather.breathe();
  }

  /** Tells the sender of the bytes that no more are wanted. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private scan(): number {
    try {
      return this.scanner.scan(this.piece, this.at);
    } catch (error) {
      if (error instanceof ScanProblem) this.refuse(error.rule, error.offset - this.at);
      throw error;
    }
  }

  private async fill(): Promise<boolean> {
    while (this.rest.length === 0) {
      const next = await this.chunks.next();
      if (next.done === true) return false;
      this.rest = next.value;
    }
    await this.breather.breathe();
    this.base += this.piece.length;
    this.piece = this.rest.subarray(0, PIECE_BYTES);
    this.rest = this.rest.subarray(PIECE_BYTES);
    this.at = 0;
    if (this.base === 0 && UTF16_MARKS.has(this.piece[0] ?? 0)) this.refuse('is UTF-16; JSON is UTF-8', 0);
    if (!this.utf8.accepts(this.piece)) this.refuse('is not valid UTF-8', firstInvalid(this.piece));
    return true;
  }
}

/** Copies only where a value was cut between pieces. */
const textOf = (pieces: readonly Buffer[]): string =>
  pieces.length === 1 ? (pieces[0]?.toString() ?? '') : Buffer.concat(pieces).toString();
