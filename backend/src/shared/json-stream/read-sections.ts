import { ByteCursor, type JsonLimits } from './byte-cursor';
import { parsePythonJson } from './storable';

/**
 * How one member of the document's top-level object is read.
 *
 * entries: one at a time, `key` being the member's name or the element's number; keys: the same without values;
 * whole: in one go, under the empty key; skip: not at all, though its brackets must match.
 */
export type SectionMode = 'entries' | 'keys' | 'whole' | 'skip';

/** One piece of the document, in its order. */
export interface JsonEntry {
  readonly section: string;
  readonly key: string;
  /** Undefined where only keys are read. */
  readonly value: unknown;
}

export interface ReadOptions extends Partial<JsonLimits> {
  /** Names the document in errors. */
  readonly part: string;
  readonly modeOf: (section: string) => SectionMode;
}

const DEFAULTS: JsonLimits = { maxDepth: 512, maxValueBytes: 16 * 1024 * 1024 };
const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = { object: 0x7b, array: 0x5b };
const CLOSE = { object: 0x7d, array: 0x5d };
const NULL_START = 0x6e;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads a big JSON object piece by piece: memory is bounded by its largest entry, and the event loop gets its turns.
 *
 * A byte order mark is skipped. A key that comes twice in a section that is read by entries or keys, or twice at the
 * top, is refused: no writer of JSON does that, so one of the two would be lost by mistake. Within an entry the last one
 * wins, as in JSON.parse. NUL characters and lone surrogates become U+FFFD (Postgres cannot hold them); NaN and Infinity,
 * which Python writes, become null.
 *
 * @throws DomainError INVALID naming the part, the byte and the rule: not JSON, not an object, truncated, not UTF-8,
 *   nested too deeply, an entry too long, a key twice, something behind the end.
 */
export async function* readSections(bytes: AsyncIterable<Buffer>, options: ReadOptions): AsyncGenerator<JsonEntry> {
  const cursor = new ByteCursor(bytes, options.part, { ...DEFAULTS, ...options });
  try {
    await skipByteOrderMark(cursor);
    if ((await cursor.peek()) !== OPEN.object) cursor.refuse('the document must be a JSON object', 0);
    for await (const section of members(cursor, 'the document')) {
      yield* readSection(cursor, section, options.modeOf(section));
    }
    if ((await cursor.peek()) !== null) cursor.refuse('something follows the end of the document', 0);
  } finally {
    await cursor.close();
  }
}

async function skipByteOrderMark(cursor: ByteCursor): Promise<void> {
  if ((await cursor.peek()) !== BYTE_ORDER_MARK[0]) return;
  for (const byte of BYTE_ORDER_MARK) {
    if ((await cursor.peek()) !== byte) cursor.refuse('the document must be a JSON object', 0);
    cursor.step();
  }
}

async function* readSection(cursor: ByteCursor, section: string, mode: SectionMode): AsyncGenerator<JsonEntry> {
  if (mode === 'skip') await cursor.take(false);
  else if (mode === 'whole') yield { section, key: '', value: await parsed(cursor, section) };
  else yield* readEntries(cursor, section, mode);
}

async function* readEntries(cursor: ByteCursor, section: string, mode: 'entries' | 'keys'): AsyncGenerator<JsonEntry> {
  const first = await cursor.peek();
  if (first === NULL_START) {
    await parsed(cursor, section);
    return;
  }
  if (first !== OPEN.object && first !== OPEN.array) cursor.refuse(`${section} must be an object or a list`, 0);
  const keys = first === OPEN.object ? members(cursor, section) : elements(cursor, section);
  for await (const key of keys) {
    if (mode === 'keys') await cursor.take(false);
    yield { section, key, value: mode === 'keys' ? undefined : await parsed(cursor, `${section} "${key}"`) };
    await cursor.breathe();
  }
}

/** Names of the object's members; the caller consumes each value before asking for the next name. */
async function* members(cursor: ByteCursor, place: string): AsyncGenerator<string> {
  const seen = new Set<string>();
  cursor.step();
  if ((await cursor.peek()) === CLOSE.object) {
    cursor.step();
    return;
  }
  do {
    await expect(cursor, QUOTE, `${place} needs a key in double quotes`);
    const key = String(await parsed(cursor, `a key of ${place}`));
    if (seen.has(key)) cursor.refuse(`key "${key.slice(0, 200)}" comes twice in ${place}`, 0);
    seen.add(key);
    await expect(cursor, COLON, `${place} needs a colon after key "${key.slice(0, 200)}"`);
    cursor.step();
    await needValue(cursor, place);
    yield key;
  } while (await goesOn(cursor, CLOSE.object, place));
}

/** Numbers of the list's elements, as text; the caller consumes each before asking for the next. */
async function* elements(cursor: ByteCursor, place: string): AsyncGenerator<string> {
  cursor.step();
  if ((await cursor.peek()) === CLOSE.array) {
    cursor.step();
    return;
  }
  let index = 0;
  do {
    await needValue(cursor, place);
    yield String(index);
    index += 1;
  } while (await goesOn(cursor, CLOSE.array, place));
}

async function expect(cursor: ByteCursor, byte: number, rule: string): Promise<void> {
  const next = await cursor.peek();
  if (next === null) cursor.refuse('the document ends too early', 0);
  if (next !== byte) cursor.refuse(rule, 0);
}

async function needValue(cursor: ByteCursor, place: string): Promise<void> {
  const next = await cursor.peek();
  if (next === null) cursor.refuse('the document ends too early', 0);
  if (next === COMMA || next === CLOSE.object || next === CLOSE.array)
    cursor.refuse(`a value is missing in ${place}`, 0);
}

/** Consumes a comma (true) or the closing bracket (false). */
async function goesOn(cursor: ByteCursor, close: number, place: string): Promise<boolean> {
  const next = await cursor.peek();
  if (next === null) cursor.refuse('the document ends too early', 0);
  if (next !== COMMA && next !== close) cursor.refuse(`${place} needs a comma or its end`, 0);
  cursor.step();
  return next === COMMA;
}

async function parsed(cursor: ByteCursor, place: string): Promise<unknown> {
  const start = cursor.position;
  const text = await cursor.take(true);
  try {
    return parsePythonJson(text);
  } catch {
    return cursor.refuse(`${place.slice(0, 300)} is not valid JSON`, start - cursor.position);
  }
}
