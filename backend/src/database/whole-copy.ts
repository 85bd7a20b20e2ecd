import type { Connection, Submittable } from 'pg';

const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);
const HEADER_BYTES = 5;
/** What the length of a message counts of its header: itself. */
const LENGTH_BYTES = 4;

/**
 * A `copy … from stdin` whose rows are all there: statement, rows and end are sent together, in one round trip.
 *
 * A server that refuses the statement passes over the rows that follow it.
 * Source: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
 */
export class WholeCopy implements Submittable {
  /** Rows copied; rejects with the server's error. */
  readonly rowCount: Promise<number>;
  private copied = 0;
  private resolve!: (rows: number) => void;
  private reject!: (error: Error) => void;

  constructor(
    private readonly sql: string,
    private readonly rows: Buffer,
  ) {
    this.rowCount = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Called by the driver when it is this statement's turn, as are the others. */
  submit(connection: Connection): void {
    const { stream } = connection;
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(COPY_DATA);
    header.writeUInt32BE(this.rows.length + LENGTH_BYTES, 1);
    stream.cork();
    connection.query(this.sql);
    stream.write(header);
    stream.write(this.rows);
    stream.write(COPY_DONE);
    stream.uncork();
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void {
    return;
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.copied = Number(text.replace('COPY ', ''));
  }

  handleReadyForQuery(): void {
    this.resolve(this.copied);
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
