import fc from 'fast-check';
import {
  canonicalFieldPath,
  fieldPathKey,
  fieldPathOfName,
  formatFieldPath,
  parseFieldPath,
  type FieldStep,
} from './field-path';

describe('field paths', () => {
  it.each([
    ['personal_info.address.city', 'personal_info.address.city'],
    ['tags[]', 'tags[]'],
    ['event_data{}', 'event_data{}'],
    ['event_data{key}', 'event_data{key}'],
    ['items[].sku', 'items[].sku'],
    ['payload<com.acme.A>.f', 'payload<com.acme.A>.f'],
    ['"a.b".c', '"a.b".c'],
    ['"plain".c', 'plain.c'],
    ['  spaced name ', 'spaced name'],
    ['a[', '"a["'],
    ['a..b', '"a..b"'],
    ['"half', '"""half"'],
  ])('%s is %s', (raw, canonical) => expect(canonicalFieldPath(raw)).toBe(canonical));

  it('of a plain name quotes what would read as structure', () => {
    expect(fieldPathOfName('net.total')).toBe('"net.total"');
    expect(fieldPathOfName('say "hi"')).toBe('"say ""hi"""');
  });

  it.each([
    ['', /Column: must not be empty/],
    ['x'.repeat(3_000), /at most 2048/],
    ['a\0', /U\+0000/],
    [Array.from({ length: 16 }, () => 'a').join('.'), /deeper than 15/],
  ])('refuse %j', (raw, message) => expect(() => canonicalFieldPath(raw)).toThrow(message));

  it('that differ in case are one column where the platform says so', () => {
    expect(fieldPathKey('Id', 'bigquery')).toBe('id');
    expect(fieldPathKey('Id', 'clickhouse')).toBe('Id');
  });

  it('survive being written and read', () => {
    const name = fc.string({ maxLength: 12 }).map((text): FieldStep => ({ kind: 'name', text }));
    const mark = fc.constantFrom<FieldStep>(
      { kind: 'element' },
      { kind: 'value' },
      { kind: 'key' },
      { kind: 'union', text: 'a.B' },
    );
    fc.assert(
      fc.property(name, fc.array(fc.oneof(name, mark), { maxLength: 8 }), (first, rest) => {
        expect(parseFieldPath(formatFieldPath([first, ...rest]))).toEqual([first, ...rest]);
      }),
    );
  });

  it('change nothing when made canonical twice', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', '.', '[', ']', '{', '}', '<', '>', 'a', ' ', 'key'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (raw) => {
        fc.pre(raw.trim() !== '');
        const once = canonicalFieldPath(raw);
        expect(canonicalFieldPath(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
