import { secondsToNextTry } from './back-off';

it('tries five times within five minutes, waiting twice as long each time', () => {
  const waits = [1, 2, 3, 4].map((tries) => secondsToNextTry(tries, 0) ?? 0);
  expect(waits).toEqual([20, 40, 80, 160]);
  expect(waits.reduce((sum, one) => sum + one)).toBe(300);
  expect(secondsToNextTry(5, 0)).toBeNull();
  expect([1, 2, 3, 4].map((tries) => secondsToNextTry(tries, 1))).toEqual([10, 20, 40, 80]);
});
