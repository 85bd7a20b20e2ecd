/** The few messages of the wire protocol that are made or looked into here. Source: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const LENGTH = 4;

/** A message: its letter (empty for the first of a connection, which has none) and where it ends. */
export interface Framed {
  readonly letter: string;
  readonly body: Buffer;
  readonly end: number;
}

/** The message that starts at a place of the bytes; null while it is not all there. */
export function messageAt(bytes: Buffer, start: number, isFirst: boolean): Framed | null {
  const head = isFirst ? 0 : 1;
  if (bytes.length < start + head + LENGTH) return null;
  const end = start + head + bytes.readInt32BE(start + head);
  if (bytes.length < end) return null;
  const letter = isFirst ? '' : String.fromCharCode(bytes[start] ?? 0);
  return { letter, body: bytes.subarray(start + head + LENGTH, end), end };
}

/** A message of the server. */
export function messageOf(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(1 + LENGTH);
  head.write(letter, 0, 'latin1');
  head.writeInt32BE(LENGTH + body.length, 1);
  return Buffer.concat([head, body]);
}

/** Text, no columns named: the client sends lines. */
export const COPY_BEGINS = messageOf('G', Buffer.from([0, 0, 0]));

/** After rows were taken, inside a transaction. */
export const copyEnds = (rows: number): Buffer =>
  Buffer.concat([messageOf('C', Buffer.from(`COPY ${String(rows)}\0`)), messageOf('Z', Buffer.from('T'))]);

/** A failure as the server tells it, with its code. */
export function failureOf(error: unknown): Buffer {
  const told = error as { readonly message?: string; readonly code?: string };
  const fields = `SERROR\0VERROR\0C${told.code ?? 'XX000'}\0M${told.message ?? String(error)}\0\0`;
  return Buffer.concat([messageOf('E', Buffer.from(fields)), messageOf('Z', Buffer.from('E'))]);
}
