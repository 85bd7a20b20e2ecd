import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { settleLateness } from './store/lateness';

const PERIOD_MS = 5_000;
/** Jobs per transaction: a few dozen milliseconds. */
const BATCH = 300;

/** Computes when jobs are late, some seconds after their runs have come in: what is asked meanwhile computes it itself. */
@Injectable()
export class LatenessKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(LatenessKeeper.name);
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;
  private round: Promise<void> | null = null;

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.work(), PERIOD_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.round;
  }

  /** Works until no job is stirred; once at a time. */
  work(): Promise<void> {
    this.round ??= this.settleAll()
      .catch((error: unknown) => this.log.warn({ error }, 'The rhythm of jobs could not be computed; trying again'))
      .finally(() => (this.round = null));
    return this.round;
  }

  private async settleAll(): Promise<void> {
    let settled = BATCH;
    while (settled === BATCH && !this.isStopping) {
      settled = await this.db.transaction((tx) => settleLateness(tx, BATCH));
    }
  }
}
