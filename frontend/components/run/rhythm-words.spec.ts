import { rhythmWords, spanWords } from './rhythm-words';

it.each([
  [86_300, 'daily'],
  [3_650, 'hourly'],
  [10_800, 'every 3 h'],
  [605_000, 'weekly'],
  [420, 'every 7 min'],
  [null, null],
])('calls a gap of %p seconds %p', (seconds, words) => {
  expect(rhythmWords(seconds)).toBe(words);
});

it.each([
  [4, '4 s'],
  [90, '2 min'],
  [86_400, '24 h'],
  [260_000, '3 d'],
])('shortens %p seconds to %p', (seconds, words) => {
  expect(spanWords(seconds)).toBe(words);
});
