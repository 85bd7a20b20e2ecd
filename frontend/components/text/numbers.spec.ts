import { bytes, compact, count, counted } from './numbers';

it('sets thousands apart', () => {
  expect([count(0), count(999), count(1284), count(1_284_000)]).toEqual([
    '0',
    '999',
    '1\u202F284',
    '1\u202F284\u202F000',
  ]);
});

it('counts in words', () => {
  expect([counted(1, 'table'), counted(2, 'table'), counted(2, 'entry', 'entries')]).toEqual([
    '1\u00A0table',
    '2\u00A0tables',
    '2\u00A0entries',
  ]);
});

it('keeps the size of large numbers', () => {
  expect([compact(412), compact(1200), compact(81_234_567), compact(412_000)]).toEqual([
    '412',
    '1.2 k',
    '81.2 M',
    '412 k',
  ]);
});

it('writes sizes', () => {
  expect([bytes(12), bytes(4_812_345), bytes(2_000)]).toEqual(['12 B', '4.8 MB', '2.0 kB']);
});
