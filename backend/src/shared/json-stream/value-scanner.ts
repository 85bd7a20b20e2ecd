const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;

enum Kind {
  Plain = 0,
  Quote,
  Open,
  Close,
}

enum State {
  Start,
  Text,
  Inside,
  Scalar,
  Done,
}

const KINDS = new Uint8Array(256);
KINDS[QUOTE] = Kind.Quote;
KINDS[OPEN_BRACE] = Kind.Open;
KINDS[OPEN_BRACKET] = Kind.Open;
KINDS[CLOSE_BRACE] = Kind.Close;
KINDS[CLOSE_BRACKET] = Kind.Close;

/** A rule of JSON's brackets that the byte at `offset` of the scanned piece breaks. */
export class ScanProblem extends Error {
  constructor(
    readonly offset: number,
    readonly rule: string,
  ) {
    super(rule);
  }
}

/**
 * Finds where one JSON value ends, over as many pieces as it takes.
 *
 * Looks at quotes, escapes and brackets only: what lies between is judged by whoever parses the value, or by
 * nobody when it is skipped. One instance serves one value after another.
 */
export class ValueScanner {
  private state = State.Start;
  private depth = 0;
  private isEscaped = false;
  private readonly closers: Uint8Array;

  constructor(maxDepth: number) {
    this.closers = new Uint8Array(maxDepth);
  }

  /** Forgets the last value. */
  start(): void {
    this.state = State.Start;
    this.depth = 0;
    this.isEscaped = false;
  }

  /**
   * Index just behind the value, or -1 when `piece` ends before it does. The first call starts at the value's first byte.
   *
   * @throws ScanProblem for a bracket that does not match and for too many open ones.
   */
  scan(piece: Uint8Array, from: number): number {
    let at = this.state === State.Start ? this.begin(piece, from) : from;
    while (at < piece.length && this.state !== State.Done) {
      if (this.state === State.Text) at = this.text(piece, at);
      else if (this.state === State.Inside) at = this.inside(piece, at);
      else at = this.scalar(piece, at);
    }
    return this.state === State.Done ? at : -1;
  }

  private begin(piece: Uint8Array, from: number): number {
    const kind = KINDS[piece[from] ?? 0];
    if (kind === Kind.Close) throw new ScanProblem(from, 'a value is missing');
    this.state = kind === Kind.Open ? State.Inside : kind === Kind.Quote ? State.Text : State.Scalar;
    return kind === Kind.Quote ? from + 1 : from;
  }

  private text(piece: Uint8Array, from: number): number {
    let at = this.isEscaped ? from + 1 : from;
    this.isEscaped = false;
    for (; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      if (byte === QUOTE) {
        this.state = this.depth === 0 ? State.Done : State.Inside;
        return at + 1;
      }
      if (byte === BACKSLASH) at += 1;
    }
    this.isEscaped = at > piece.length;
    return piece.length;
  }

  private inside(piece: Uint8Array, from: number): number {
    for (let at = from; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      const kind = KINDS[byte];
      if (kind === Kind.Plain) continue;
      if (kind === Kind.Quote) {
        this.state = State.Text;
        return at + 1;
      }
      if (kind === Kind.Open) this.open(byte, at);
      else if (this.close(byte, at)) return at + 1;
    }
    return piece.length;
  }

  private open(byte: number, at: number): void {
    if (this.depth === this.closers.length) {
      throw new ScanProblem(at, `nesting is deeper than ${String(this.closers.length)} levels`);
    }
    this.closers[this.depth] = byte === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET;
    this.depth += 1;
  }

  /** True when this closes the value itself. */
  private close(byte: number, at: number): boolean {
    if (this.closers[this.depth - 1] !== byte) throw new ScanProblem(at, 'brackets do not match');
    this.depth -= 1;
    if (this.depth > 0) return false;
    this.state = State.Done;
    return true;
  }

  private scalar(piece: Uint8Array, from: number): number {
    for (let at = from; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      if (byte > 0x20 && byte !== COMMA && KINDS[byte] !== Kind.Close) continue;
      this.state = State.Done;
      return at;
    }
    return piece.length;
  }
}
