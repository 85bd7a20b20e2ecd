import fc from 'fast-check';

import { DomainError } from '../errors';
import { readSections, type JsonEntry, type SectionMode } from './read-sections';
import { parseStorable } from './storable';

async function* chunksOf(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const cut of [...cuts.map((part) => part % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    yield await Promise.resolve(bytes.subarray(from, cut));
    from = cut;
  }
}

async function read(
  text: string | Buffer,
  mode: SectionMode = 'entries',
  cuts: readonly number[] = [],
): Promise<JsonEntry[]> {
  const bytes = Buffer.from(text);
  const entries: JsonEntry[] = [];
  const options = { part: 'manifest', modeOf: () => mode, maxDepth: 20, maxValueBytes: 10_000 };
  for await (const entry of readSections(chunksOf(bytes, cuts), options)) entries.push(entry);
  return entries;
}

async function refusal(text: string | Buffer, mode: SectionMode = 'entries'): Promise<unknown> {
  try {
    await read(text, mode);
    return 'accepted';
  } catch (error) {
    return error instanceof DomainError ? error.message : error;
  }
}

function rebuilt(entries: readonly JsonEntry[]): Record<string, Record<string, unknown>> {
  const sections = new Map<string, [string, unknown][]>();
  for (const { section, key, value } of entries)
    sections.set(section, [...(sections.get(section) ?? []), [key, value]]);
  return Object.fromEntries([...sections].map(([section, members]) => [section, Object.fromEntries(members)]));
}

const cuts = fc.array(fc.nat(), { maxLength: 12 });
const sections = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 }),
);
const layout = fc.constantFrom(undefined, 1, '\t');

describe('readSections', () => {
  it('reads what JSON.parse reads, wherever the chunks are cut', () =>
    fc.assert(
      fc.asyncProperty(sections, layout, cuts, async (document, space, at) => {
        const text = JSON.stringify(document, null, space);
        expect(rebuilt(await read(text, 'entries', at))).toEqual(parseStorable(text));
        expect((await read(text, 'whole', at)).map(({ section, value }) => [section, value])).toEqual(
          Object.entries(parseStorable(text) as object),
        );
        expect((await read(text, 'keys', at)).map(({ section, key }) => [section, key])).toEqual(
          (await read(text, 'entries')).map(({ section, key }) => [section, key]),
        );
        expect(await read(text, 'skip', at)).toEqual([]);
      }),
    ));

  it('refuses whatever JSON.parse refuses, and never fails in another way', () =>
    fc.assert(
      fc.asyncProperty(
        sections,
        fc.nat(),
        fc.constantFrom('', '"', '{', ']', ',', ':', '\\', 'x', '0'),
        async (document, at, edit) => {
          const text = JSON.stringify(document);
          const broken = text.slice(0, at % text.length) + edit + text.slice((at % text.length) + 1);
          const outcome = await refusal(broken);
          expect(typeof outcome).toBe('string');
          if (outcome === 'accepted') expect(() => JSON.parse(broken) as unknown).not.toThrow();
        },
      ),
      { numRuns: 300 },
    ));

  it('gives the elements of a list under their numbers, nothing for null, and reads past a byte order mark', async () => {
    expect(await read('\uFEFF{"results": [1, "two", [3]], "sources": null, "nodes": {}, "disabled": []}')).toEqual([
      { section: 'results', key: '0', value: 1 },
      { section: 'results', key: '1', value: 'two' },
      { section: 'results', key: '2', value: [3] },
    ]);
  });

  it('keeps __proto__ an ordinary key', async () => {
    const [entry] = await read('{"nodes": {"__proto__": {"__proto__": {"admin": true}}}}');
    expect(entry?.key).toBe('__proto__');
    expect((entry?.value as { admin?: boolean } | undefined)?.admin).toBeUndefined();
  });

  it('makes text storable: no NUL, no lone surrogate', async () => {
    expect(await read(String.raw`{"a": {"b\u0000": ["\ud800x", "\ud83d\ude00"]}}`)).toEqual([
      { section: 'a', key: 'b\uFFFD', value: ['\uFFFDx', '😀'] },
    ]);
  });

  it('reads what Python writes for numbers that JSON has not as null, and leaves words alone', async () => {
    const text = '{"nodes": {"a": {"ratio": NaN, "most": -Infinity, "say": "NaN, \\"Infinity\\"", "n": [Infinity]}}}';
    expect(await read(text)).toEqual([
      { section: 'nodes', key: 'a', value: { ratio: null, most: null, say: 'NaN, "Infinity"', n: [null] } },
    ]);
  });

  it.each([
    ['', 'manifest: the document must be a JSON object (at byte 0)'],
    ['[]', 'manifest: the document must be a JSON object (at byte 0)'],
    ['<html>', 'manifest: the document must be a JSON object (at byte 0)'],
    ['{"nodes": {"a": {"b": 1}', 'manifest: the document ends too early (at byte 24)'],
    ['{"nodes": {"a": "b', 'manifest: the document ends too early (at byte 18)'],
    ['{"nodes"', 'manifest: the document ends too early (at byte 8)'],
    ['{"nodes": 5}', 'manifest: nodes must be an object or a list (at byte 10)'],
    ['{"nodes": {}} {', 'manifest: something follows the end of the document (at byte 14)'],
    ['{"nodes": {"a": 1, "a": 2}}', 'manifest: key "a" comes twice in nodes (at byte 22)'],
    ['{"nodes": {}, "nodes": {}}', 'manifest: key "nodes" comes twice in the document (at byte 21)'],
    ['{"nodes": {"a": {]}}}', 'manifest: brackets do not match (at byte 17)'],
    ['{"nodes": {"a": nul}}', 'manifest: nodes "a" is not valid JSON (at byte 16)'],
    ['{"nodes": {"a": 1,}}', 'manifest: nodes needs a key in double quotes (at byte 18)'],
    ['{"nodes": {"a" 1}}', 'manifest: nodes needs a colon after key "a" (at byte 15)'],
    ['{"nodes": [1,]}', 'manifest: a value is missing in nodes (at byte 13)'],
    [`{"nodes": {"a": ${'['.repeat(21)}`, 'manifest: nesting is deeper than 20 levels (at byte 36)'],
    [`{"nodes": {"a": "${'x'.repeat(10_001)}"}}`, 'manifest: a value is longer than 10000 bytes (at byte 16)'],
  ])('refuses %j', async (text, message) => {
    expect(await refusal(text)).toBe(message);
  });

  it('checks brackets, depth and ends of what it skips too', async () => {
    expect(await refusal('{"macros": {"a": [}}', 'skip')).toBe('manifest: brackets do not match (at byte 18)');
    expect(await refusal(`{"macros": ${'['.repeat(21)}`, 'skip')).toBe(
      'manifest: nesting is deeper than 20 levels (at byte 31)',
    );
    expect(await refusal('{"macros": {"a": "', 'skip')).toBe('manifest: the document ends too early (at byte 18)');
  });

  it('refuses bytes that are not UTF-8, wherever they are', async () => {
    const bytes = Buffer.from('{"macros": {"a": "é"}}');
    bytes[19] = 0x20;
    expect(await refusal(bytes, 'skip')).toBe('manifest: is not valid UTF-8 (at byte 19)');
    expect(await refusal(Buffer.from('\uFEFF{}', 'utf16le'), 'skip')).toBe(
      'manifest: is UTF-16; JSON is UTF-8 (at byte 0)',
    );
  });
});
