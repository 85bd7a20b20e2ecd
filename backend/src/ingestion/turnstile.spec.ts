import { Turnstile } from './turnstile';

describe('a turnstile', () => {
  it('lets no more than its width run at once, in order, and goes on after a failure', async () => {
    const turnstile = new Turnstile(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const task = (id: number) => async (): Promise<number> => {
      started.push(id);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      if (id === 1) throw new Error('one fails');
      return id;
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((id) => turnstile.pass(task(id))));
    expect({ started, most, ok: results.filter(({ status }) => status === 'fulfilled').length }).toEqual({
      started: [0, 1, 2, 3, 4],
      most: 2,
      ok: 4,
    });
  });
});
