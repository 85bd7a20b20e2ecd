import { parseStorable } from '../../../shared/json-stream';
import type { DeliveryPart } from '../connector';
import { shown, understand } from '../dbt/lenient';
import { Facts, Row, type Fault, type KnownRow } from './row';

const LINE_END = 0x0a;
/** The package stays far below this; more is no row. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const VERSION = 1;

/** Rows of an outbox, one line of JSON each, in order; a line that is none is given with the reason. */
export async function* readRows(part: DeliveryPart): AsyncGenerator<KnownRow | Fault> {
  let number = 0;
  for await (const line of lines(part.open())) {
    number += 1;
    if (line === null) yield { place: placeOf(part, number), reason: `is longer than ${String(MAX_LINE_BYTES)} bytes` };
    else if (line.length > 0) yield rowOf(line, placeOf(part, number));
  }
}

/** Whether the line was no row. */
export const isFault = (item: KnownRow | Fault): item is Fault => 'reason' in item;

const placeOf = (part: DeliveryPart, number: number): string => `${part.name}: line ${String(number)}`;

/** Lines without their ends; null for one that is too long to be kept. */
async function* lines(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let waiting: Buffer[] = [];
  let size = 0;
  const take = (): Buffer | null => {
    const line = size > MAX_LINE_BYTES ? null : Buffer.concat(waiting);
    waiting = [];
    size = 0;
    return line;
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, start)) {
      waiting.push(piece.subarray(start, end));
      size += end - start;
      yield take();
      start = end + 1;
    }
    size += piece.length - start;
    if (size <= MAX_LINE_BYTES) waiting.push(piece.subarray(start));
    else waiting = [];
  }
  if (size > 0) yield take();
}

function rowOf(line: Buffer, place: string): KnownRow | Fault {
  const raw = parsed(line);
  if (raw === null) return { place, reason: 'is not JSON in UTF-8' };
  const row = understand(Row, raw);
  if (!row.ok) return { place, reason: row.reason };
  const { payload, ...rest } = row.value;
  const facts = understand(Facts, typeof payload === 'string' ? parsed(payload) : payload);
  const about = `${place}, ${rest.kind} ${rest.unique_id.slice(0, 200)}`;
  if (!facts.ok) return { place: about, reason: `payload: ${facts.reason}` };
  if (facts.value.v > VERSION)
    return { place: about, reason: `version ${String(facts.value.v)} of the package is newer than this service` };
  return {
    ...rest,
    facts: facts.value,
    oddities: [...row.oddities, ...facts.oddities].map((oddity) => shown([oddity])),
  };
}

/** Null when the text is not JSON. */
function parsed(source: Buffer | string): unknown {
  try {
    return parseStorable(
      typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source),
    );
  } catch {
    return null;
  }
}
