/**
 * Work that is taken up again and again while the service runs, and never twice at the same moment by one process.
 *
 * `failed` is told what a round threw; the next one tries again.
 */
export class Recurring {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** A round every so many milliseconds from now on; the first one when that time is over. Keeps no process alive. */
  start(everyMs: number): void {
    this.timer = setInterval(() => void this.look(), everyMs);
    this.timer.unref();
  }

  /** No further rounds by itself; returns when the one under way is over. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** A round now, or the one under way; returns when it is over. Never throws. */
  look(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** A whole round that begins after the one under way. */
  async settle(): Promise<void> {
    await this.running;
    await this.look();
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.failed(error);
    }
  }
}
