import { insertAt, suggestionsAt } from './completion';

const MATCH = { properties: { all: { items: { $ref: '#/$defs/match' } }, tag: { description: 'A tag.' } } };
const SCHEMA = {
  $defs: { match: { anyOf: [MATCH, { $ref: '#/$defs/match' }] } },
  properties: {
    kind: { const: 'Policy' },
    spec: {
      properties: { mode: { enum: ['enforce', 'warn'] }, match: { $ref: '#/$defs/match' }, priority: {} },
    },
  },
};

const wordsAt = (marked: string): string[] => {
  const caret = marked.indexOf('|');
  return suggestionsAt(marked.replace('|', ''), caret, SCHEMA).map(({ word }) => word);
};

it.each([
  ['at the top', '|', ['kind', 'spec']],
  ['below a key, without what is there', 'spec:\n  mode: warn\n  |', ['match', 'priority']],
  ['by what is written', 'spec:\n  m|', ['mode', 'match']],
  ['after a key', 'spec:\n  mode: |', ['enforce', 'warn']],
  ['after a key, by what is written', 'spec:\n  mode: en|', ['enforce']],
  ['in a list, through references that lead back', 'spec:\n  match:\n    all:\n      - |', ['all', 'tag']],
  ['nowhere that the schema does not know', 'other:\n  |', []],
  ['not in flow style', 'spec:\n  match: { | }', []],
])('offers what may stand %s', (_where, text, words) => {
  expect(wordsAt(text)).toEqual(words);
});

it('puts a key with its colon, and a value behind its key', () => {
  const key = insertAt('spec:\n  m\nend: x', 9, { word: 'mode', about: null, isKey: true });
  const value = insertAt(key.text, key.caret, { word: 'warn', about: null, isKey: false });
  expect([key.text, value.text, value.caret]).toEqual(['spec:\n  mode: \nend: x', 'spec:\n  mode: warn\nend: x', 18]);
});
