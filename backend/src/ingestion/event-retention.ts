import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { Recurring } from '../shared/recurring';
import type { EventDay } from './domain/event-day';
import { addEventDays, dropEventDays, eventStorage } from './store/event-retention';

const PERIOD_MS = 3_600_000;
const DAYS_AHEAD = 7;

export interface EventStorage {
  readonly keptDays: number;
  readonly bytes: number;
  readonly days: readonly EventDay[];
}

/** Keeps the days of the event inbox: makes those to come, drops those that are over for long. */
@Injectable()
export class EventRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EventRetention.name);
  private readonly rounds = new Recurring(
    () => this.work(),
    (error) => this.log.warn({ error }, 'Old events could not be dropped'),
  );

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How much room raw events take, and for how long they are kept. */
  async storage(): Promise<EventStorage> {
    const days = await eventStorage(this.db.manager);
    const bytes = days.reduce((sum, day) => sum + day.bytes, 0);
    return { keptDays: this.config.eventDays, bytes, days };
  }

  onApplicationBootstrap(): void {
    void this.rounds.look();
    this.rounds.start(PERIOD_MS);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async work(): Promise<void> {
    await addEventDays(this.db.manager, DAYS_AHEAD);
    await dropEventDays(this.db.manager, this.config.eventDays);
  }
}
