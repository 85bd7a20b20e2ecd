/** Of the first piece, and of those behind it. */
const [FIRST, FURTHER] = [1_024, 65_536];
/** Longer texts are faster written by Node than byte by byte. */
const SHORT = 128;
const [QUOTE, BACKSLASH, FIRST_PRINTABLE, END_OF_ASCII] = [0x22, 0x5c, 0x20, 0x80];

/**
 * JSON while it is made, front to back, in UTF-8; what is still to come gets a hole, which is filled when it is there.
 *
 * Bytes and not objects: an answer of 500 nodes has some 14,000 values, and making objects of them, a text of the
 * objects and bytes of the text took longer than finding out what to say.
 */
export class AnswerJson {
  private bytes: Buffer = Buffer.allocUnsafe(FIRST);
  private end = 0;
  private readonly before: (Uint8Array | AnswerJson)[] = [];

  /** Text in ASCII: what stands between values, and values that are no strings. */
  add(text: string): void {
    const { length } = text;
    this.reserve(length);
    const { bytes, end } = this;
    for (let place = 0; place < length; place++) bytes[end + place] = text.charCodeAt(place);
    this.end = end + length;
  }

  /** A string, quoted and escaped. */
  addString(value: string): void {
    if (value.length > SHORT || !this.copied(value)) this.addText(JSON.stringify(value));
  }

  addText(text: string): void {
    this.reserve(3 * text.length); // UTF-8 takes no more for a unit of UTF-16
    this.end += this.bytes.write(text, this.end, 'utf8');
  }

  addBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** A place for what comes later; what is added from now on stands behind it. */
  hole(): AnswerJson {
    const hole = new AnswerJson();
    this.before.push(this.bytes.subarray(0, this.end), hole);
    this.bytes = this.bytes.subarray(this.end);
    this.end = 0;
    return hole;
  }

  hasHoles(): boolean {
    return this.before.some((piece) => piece instanceof AnswerJson);
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.pieces());
  }

  /** For whoever turns an answer into JSON without knowing that it is. */
  toJSON(): unknown {
    return JSON.parse(this.toBuffer().toString());
  }

  /** All of it, in order. */
  pieces(): Uint8Array[] {
    const before = this.before.flatMap((piece) => (piece instanceof AnswerJson ? piece.pieces() : [piece]));
    return [...before, this.bytes.subarray(0, this.end)];
  }

  /** False, and nothing added, when something in it needs more than a byte. */
  private copied(value: string): boolean {
    this.reserve(value.length + 2);
    const { bytes } = this;
    let end = this.end;
    bytes[end++] = QUOTE;
    for (let place = 0; place < value.length; place++) {
      const unit = value.charCodeAt(place);
      if (unit < FIRST_PRINTABLE || unit >= END_OF_ASCII || unit === QUOTE || unit === BACKSLASH) return false;
      bytes[end++] = unit;
    }
    bytes[end++] = QUOTE;
    this.end = end;
    return true;
  }

  private reserve(length: number): void {
    if (this.end + length <= this.bytes.length) return;
    this.before.push(this.bytes.subarray(0, this.end));
    this.bytes = Buffer.allocUnsafe(Math.max(FURTHER, length));
    this.end = 0;
  }
}
