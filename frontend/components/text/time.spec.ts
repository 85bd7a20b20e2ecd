import { duration, exactTime, relativeTime } from './time';

const now = Date.parse('2026-11-23T12:00:00Z');

it.each([
  ['2026-11-23T11:59:58Z', 'just now'],
  ['2026-11-23T11:59:20Z', '40 s ago'],
  ['2026-11-23T11:15:00Z', '45 min ago'],
  ['2026-11-23T09:30:00Z', '2 h ago'],
  ['2026-11-01T12:00:00Z', '22 d ago'],
  ['2026-08-01T12:00:00Z', '3 mo ago'],
  ['2023-11-01T12:00:00Z', '3 y ago'],
  ['2026-11-28T13:00:00Z', 'in 5 d'],
])('%s is %s', (iso, words) => {
  expect(relativeTime(iso, now)).toBe(words);
});

it('writes a moment without the reader’s time zone', () => {
  expect(exactTime('2026-11-23T14:05:09.123+02:00')).toBe('2026-11-23 12:05:09 UTC');
});

it.each([
  [0.4, '0 ms'],
  [843.2, '843 ms'],
  [12_440, '12.4 s'],
  [185_000, '3 min 5 s'],
])('%s milliseconds are %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});
