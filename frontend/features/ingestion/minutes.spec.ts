import { everyMinute, sumOf } from './minutes';

const busy = { minute: '2026-11-23T12:03:00.000Z', received: 7, processed: 5, deduplicated: 2, refused: 1 };

it('fills quiet minutes up to now, the oldest first', () => {
  const minutes = everyMinute([busy], Date.parse('2026-11-23T12:04:30Z'), 3);
  expect(minutes.map(({ minute, received }) => [minute.slice(11, 16), received])).toEqual([
    ['12:02', 0],
    ['12:03', 7],
    ['12:04', 0],
  ]);
  expect(sumOf(minutes)).toEqual({ received: 7, processed: 5, deduplicated: 2, refused: 1 });
});
