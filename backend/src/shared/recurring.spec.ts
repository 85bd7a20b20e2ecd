import { Recurring } from './recurring';

/** Work whose rounds end when they are told to. */
function given(): { readonly rounds: Recurring; readonly begun: () => number; readonly end: (error?: Error) => void } {
  let begun = 0;
  let end: (error?: Error) => void = () => undefined;
  const work = (): Promise<void> => {
    begun += 1;
    return new Promise((resolve, reject) => {
      end = (error) => {
        if (error) reject(error);
        else resolve();
      };
    });
  };
  const rounds = new Recurring(work, (error) => failures.push(error));
  return { rounds, begun: () => begun, end: (error) => end(error) };
}
const failures: unknown[] = [];

it('joins a round under way, and settles with one that begins after it', async () => {
  const { rounds, begun, end } = given();
  const [first, second] = [rounds.look(), rounds.look()];
  expect(begun()).toBe(1);
  const settled = rounds.settle();
  end();
  await Promise.all([first, second]);
  await Promise.resolve();
  expect(begun()).toBe(2);
  end();
  await settled;
  expect(begun()).toBe(2);
});

it('tells of a failure and goes on', async () => {
  const { rounds, begun, end } = given();
  const failing = rounds.look();
  const error = new Error('no database');
  end(error);
  await failing;
  const next = rounds.look();
  end();
  await next;
  expect({ failures, begun: begun() }).toEqual({ failures: [error], begun: 2 });
});

it('is over when the round under way is', async () => {
  const { rounds, end } = given();
  rounds.start(60_000);
  let isOver = false;
  void rounds.look();
  const stopped = rounds.stop().then(() => (isOver = true));
  await Promise.resolve();
  expect(isOver).toBe(false);
  end();
  await stopped;
  expect(isOver).toBe(true);
});
