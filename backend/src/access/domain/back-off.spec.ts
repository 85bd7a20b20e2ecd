import { ACCOUNT_BACK_OFF, secondsToWait } from './back-off';

it('lets the first mistakes pass, then doubles the pause up to five minutes', () => {
  const pauses = [0, 4, 5, 6, 7, 10, 13, 14, 1_000].map((failures) => secondsToWait(failures, 0, ACCOUNT_BACK_OFF));
  expect(pauses).toEqual([0, 0, 1, 2, 4, 32, 256, 300, 300]);
});

it('counts the time since the last failure', () => {
  expect(secondsToWait(8, 3.2, ACCOUNT_BACK_OFF)).toBe(5);
  expect(secondsToWait(8, 9, ACCOUNT_BACK_OFF)).toBe(0);
});

it('lets at most thirty guesses an hour be tried on one account, however many arrive', () => {
  let tried: number[] = [];
  for (let second = 0; second < 3_600; second += 1) {
    const last = tried.at(-1) ?? -3_600;
    if (secondsToWait(tried.length, second - last, ACCOUNT_BACK_OFF) === 0) tried = [...tried, second];
  }
  expect(tried.length).toBeLessThanOrEqual(30);
});
