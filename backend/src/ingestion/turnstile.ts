/** Lets at most `width` tasks run at once; the others wait in order of arrival. */
export class Turnstile {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly width: number) {}

  /** Runs `task` when there is room; its result or failure is passed on. */
  async pass<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) {
      await new Promise<void>((admit) => this.waiting.push(admit));
    } else {
      this.running += 1;
    }
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
