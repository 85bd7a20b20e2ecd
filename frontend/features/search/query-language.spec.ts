import fc from 'fast-check';
import { FILTER_KEYS, type ClauseKey, type FilterKey } from './query-keys';
import { choiceOf, choose, parseQuery, toFilter, toText, withoutClause, writeQuery } from './query-language';
import type { Clause } from './query-language';

const asked = (key: ClauseKey, ...values: string[]): Clause => ({ key, isNegated: false, values });
const leftOut = (key: FilterKey, ...values: string[]): Clause => ({ key, isNegated: true, values });

it('reads words, phrases and filters', () => {
  expect(parseQuery('orders "one row" type:table,view owner:"Ana Ruiz" ns:postgres://db:5432')).toEqual({
    text: 'orders "one row"',
    clauses: [asked('type', 'TABLE', 'VIEW'), asked('namespace', 'postgres://db:5432'), asked('owner', 'Ana Ruiz')],
    problems: [],
  });
});

it('reads what is left out, what must be known and what must not', () => {
  expect(parseQuery('orders -daily -"old one" -type:view -tag:a,b has:owner -has:tag missing:classification')).toEqual({
    text: 'orders -daily -"old one"',
    clauses: [
      leftOut('type', 'VIEW'),
      leftOut('tag', 'a', 'b'),
      asked('has', 'owner'),
      asked('missing', 'tag', 'class'),
    ],
    problems: [],
  });
});

it('takes an address and a URN for the words they are', () => {
  expect(parseQuery('s3://lake/raw urn:trib:dataset:(a,b)').text).toBe('s3://lake/raw urn:trib:dataset:(a,b)');
});

it.each([
  ['orders colour:red', 'colour:red', 'orders'],
  ['orders type:tabel', 'type:tabel', 'orders'],
  ['orders layer:', 'layer:', 'orders'],
  ['orders has:wings', 'has:wings', 'orders'],
  ['orders "one row', '"one row', 'orders "one row"'],
])('%s: tells of %s and searches for the rest', (query, token, text) => {
  const parsed = parseQuery(query);
  expect(parsed.problems.map((problem) => problem.token)).toEqual([token]);
  expect(parsed.text).toBe(text);
});

it('takes an open quote in a value to reach to the end', () => {
  const { clauses, problems } = parseQuery('orders owner:"Ana Ru');
  expect(clauses).toEqual([asked('owner', 'Ana Ru')]);
  expect(problems).toHaveLength(1);
});

it('reads as much of an endless query as the service does, and says so', () => {
  const { text, problems } = parseQuery('word '.repeat(400));
  expect(text.length).toBeLessThanOrEqual(1000);
  expect(problems).toHaveLength(1);
  expect(parseQuery('x'.repeat(5000)).text).toHaveLength(1000);
});

it('gives the API values as a filter and the rest as a query', () => {
  const parsed = parseQuery('x type:materialized-view class:confidential tag:Core -owner:"Ana Ruiz",bo missing:layer');
  expect(toFilter(parsed)).toEqual({ type: ['MATERIALIZED_VIEW'], classification: ['CONFIDENTIAL'], tag: ['Core'] });
  expect(toText(parsed)).toBe('x -owner:"Ana Ruiz" -owner:"bo" missing:"layer"');
  expect(toFilter(parseQuery('x -tag:a'))).toBeNull();
});

it('writes what was typed and what was clicked the same way', () => {
  const clicked = choose(
    choose(choose('orders', 'layer', 'mart', 'asked for'), 'class', 'PII', 'asked for'),
    'tag',
    'x',
    'left out',
  );
  const typed = parseQuery('-tag:x class:pii orders layer:mart');
  expect(writeQuery(typed.text, typed.clauses)).toBe(clicked);
  expect(clicked).toBe('orders layer:mart -tag:x class:pii');
});

it('takes a value back, or turns it round, whatever its case', () => {
  expect(choose('orders type:table,view', 'type', 'TABLE', null)).toBe('orders type:view');
  expect(choose('orders type:table', 'type', 'TABLE', null)).toBe('orders');
  expect(choose('orders type:table,view', 'type', 'TABLE', 'left out')).toBe('orders type:view -type:table');
  expect(choiceOf(parseQuery('-type:table'), 'type', 'TABLE')).toBe('left out');
});

it('drops one clause', () => {
  expect(withoutClause(parseQuery('a type:table -type:view layer:mart'), leftOut('type'))).toBe(
    'a type:table layer:mart',
  );
});

it('reads back whatever it wrote', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/["\s,\0]/g, 'x').toLowerCase());
  const clause = fc.record({
    key: fc.constantFrom('tag' as const, 'owner' as const, 'platform' as const),
    isNegated: fc.boolean(),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(clause, { selector: (entry) => entry.key, maxLength: 3 }), (clauses) => {
      const ordered = [...clauses].sort((a, b) => FILTER_KEYS.indexOf(a.key) - FILTER_KEYS.indexOf(b.key));
      expect(parseQuery(writeQuery('orders', clauses)).clauses).toEqual(ordered);
    }),
  );
});
