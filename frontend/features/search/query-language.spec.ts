import fc from 'fast-check';
import { FILTER_KEYS, parseQuery, toFilter, toggleValue, withoutClause, writeQuery } from './query-language';

it('reads words, phrases and filters', () => {
  expect(parseQuery('orders "one row" type:table,view owner:"Ana Ruiz" ns:postgres://db:5432')).toEqual({
    text: 'orders "one row"',
    clauses: [
      { key: 'type', values: ['TABLE', 'VIEW'] },
      { key: 'owner', values: ['Ana Ruiz'] },
      { key: 'namespace', values: ['postgres://db:5432'] },
    ],
    problems: [],
  });
});

it('takes an address for the words it is', () => {
  expect(parseQuery('s3://lake/raw').text).toBe('s3://lake/raw');
});

it('names what it does not know and keeps the rest', () => {
  const { text, problems } = parseQuery('orders colour:red -type:view');
  expect(text).toBe('orders');
  expect(problems.map(({ token }) => token)).toEqual(['colour:red', '-type:view']);
});

it('turns clauses into the filter of the API', () => {
  expect(toFilter(parseQuery('x type:materialized-view class:confidential tag:Core'))).toEqual({
    type: ['MATERIALIZED_VIEW'],
    classification: ['CONFIDENTIAL'],
    tag: ['Core'],
  });
  expect(toFilter(parseQuery('x'))).toBeNull();
});

it('writes what was typed and what was clicked the same way', () => {
  const clicked = toggleValue(toggleValue('orders', 'layer', 'mart'), 'class', 'PII');
  const typed = parseQuery('class:pii orders layer:mart');
  expect(writeQuery(typed.text, typed.clauses)).toBe(clicked);
  expect(clicked).toBe('orders layer:mart class:pii');
});

it('takes a value out again, whatever its case', () => {
  expect(toggleValue('orders type:table,view', 'type', 'TABLE')).toBe('orders type:view');
  expect(toggleValue('orders type:table', 'type', 'TABLE')).toBe('orders');
});

it('drops one clause', () => {
  expect(withoutClause(parseQuery('a type:table layer:mart'), 'type')).toBe('a layer:mart');
});

it('reads back whatever it wrote', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/["\s,]/g, 'x').toLowerCase());
  const clause = fc.record({
    key: fc.constantFrom('tag' as const, 'owner' as const, 'platform' as const),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(clause, { selector: (entry) => entry.key, maxLength: 3 }), (clauses) => {
      const ordered = [...clauses].sort((a, b) => FILTER_KEYS.indexOf(a.key) - FILTER_KEYS.indexOf(b.key));
      expect(parseQuery(writeQuery('orders', clauses)).clauses).toEqual(ordered);
    }),
  );
});
