import { ScanProblem, ValueScanner } from '../../../shared/json-stream';

const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
/** Brackets open at once in one event; what is deeper than the reader takes is refused later, with its bytes. */
const DEEPEST = 100_000;

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/** A list that cannot be told apart into its events; `message` says where and why. */
export class UnreadableList extends Error {}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

/**
 * The bytes of each element of a JSON array, as they are; what is in them is not looked at.
 *
 * @throws UnreadableList when it is no array, or its brackets do not match.
 */
export function* splitList(bytes: Buffer): Generator<Buffer, void> {
  const scanner = new ValueScanner(DEEPEST);
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== OPEN_BRACKET) throw new UnreadableList('must be a JSON array of events');
  at = skipSpace(bytes, at + 1);
  while (bytes[at] !== CLOSE_BRACKET) {
    const end = elementEnd(bytes, at, scanner);
    yield bytes.subarray(at, end);
    at = skipSpace(bytes, end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_BRACKET) throw new UnreadableList(`has no comma or end at byte ${at.toString()}`);
  }
  if (skipSpace(bytes, at + 1) < bytes.length) throw new UnreadableList('goes on after its end');
}

function elementEnd(bytes: Buffer, from: number, scanner: ValueScanner): number {
  try {
    scanner.start();
    const end = scanner.scan(bytes, from);
    if (end > from) return end;
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error;
    throw new UnreadableList(`${error.rule} at byte ${error.offset.toString()}`);
  }
  throw new UnreadableList('is cut short');
}

/** The bytes of each line that has something in it: NDJSON. */
export function* splitLines(bytes: Buffer): Generator<Buffer, void> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(0x0a, from);
    const end = found === -1 ? bytes.length : found;
    const start = skipSpace(bytes, from);
    if (start < end) yield bytes.subarray(start, end);
    from = end + 1;
  }
}
