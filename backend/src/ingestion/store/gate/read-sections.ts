import { invalid } from '../../../shared/errors';

/** Some rows of a table, as `copy` writes them, whole lines. */
export interface SnapshotRows {
  readonly table: string;
  /** As `copy` lists them. */
  readonly columns: string;
  readonly rows: Buffer;
}

const NEWLINE = 10;
const END = Buffer.from('\\.\n');
/** Rows are handed on from so many bytes on. */
const ENOUGH = 4 * 1024 * 1024;

/**
 * Reads a gate snapshot: first its head, then rows table by table.
 *
 * @throws DomainError INVALID for a file that is none, or that ends before its last line
 */
export async function* readSections(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly head: unknown } | SnapshotRows, void> {
  const lines = new Lines(pieces);
  yield { head: await lines.object() };
  for (let said = await lines.object(); said['complete'] !== true; said = await lines.object()) {
    const { table, columns } = said;
    if (typeof table !== 'string' || typeof columns !== 'string') throw broken('names no table');
    for (let rows = await lines.rows(); rows !== null; rows = await lines.rows()) {
      if (rows.length > 0) yield { table, columns, rows };
    }
  }
}

const broken = (what: string): Error =>
  invalid(`The snapshot ${what}: export it again with tributary export gate-snapshot`);

/** Bytes by lines. */
class Lines {
  private bytes: Buffer = Buffer.alloc(0);
  private readonly pieces: AsyncIterator<Uint8Array>;
  private isEnding = false;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  async object(): Promise<Record<string, unknown>> {
    let end = this.bytes.indexOf(NEWLINE);
    while (end < 0) {
      await this.more(1);
      end = this.bytes.indexOf(NEWLINE);
    }
    const text = this.bytes.subarray(0, end).toString('utf8');
    this.bytes = this.bytes.subarray(end + 1);
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw broken('cannot be read');
    }
  }

  /** The next rows of the table; null behind its last. */
  async rows(): Promise<Buffer | null> {
    if (this.isEnding) {
      this.isEnding = false;
      return null;
    }
    let end = this.endOfTable();
    while (end < 0 && this.bytes.length < ENOUGH) {
      await this.more(ENOUGH);
      end = this.endOfTable();
    }
    this.isEnding = end >= 0;
    const length = this.isEnding ? end : this.bytes.lastIndexOf(NEWLINE) + 1;
    const rows = this.bytes.subarray(0, length);
    this.bytes = this.bytes.subarray(this.isEnding ? length + END.length : length);
    return rows;
  }

  /** Where the line is that ends the table; no row is like it, since `copy` doubles a backslash. */
  private endOfTable(): number {
    if (this.bytes.subarray(0, END.length).equals(END)) return 0;
    const place = this.bytes.indexOf('\n\\.\n');
    return place < 0 ? -1 : place + 1;
  }

  private async more(wanted: number): Promise<void> {
    const added: Uint8Array[] = [this.bytes];
    for (let size = 0; size < wanted;) {
      const next = await this.pieces.next();
      if (next.done === true) {
        if (size === 0) throw broken('ends before its last line');
        break;
      }
      added.push(next.value);
      size += next.value.length;
    }
    this.bytes = Buffer.concat(added);
  }
}
