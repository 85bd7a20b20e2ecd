import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addEventDays, dropEventDays } from './store/event-retention';

const PERIOD_MS = 3_600_000;
const DAYS_AHEAD = 7;
const KEEP_DAYS = 30;

/** Keeps the days of the event inbox: makes those to come, drops those that are over for long. */
@Injectable()
export class EventRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EventRetention.name);
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    const run = (): void => {
      this.round = this.work().catch((error: unknown) => this.log.warn({ error }, 'Old events could not be dropped'));
    };
    run();
    this.timer = setInterval(run, PERIOD_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.round;
  }

  private async work(): Promise<void> {
    await addEventDays(this.db.manager, DAYS_AHEAD);
    await dropEventDays(this.db.manager, KEEP_DAYS);
  }
}
