import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring } from '../shared/recurring';
import { settleLateness } from './store/lateness';

const PERIOD_MS = 5_000;
/** Jobs per transaction: a few dozen milliseconds. */
const BATCH = 300;

/** Computes when jobs are late, some seconds after their runs have come in: what is asked meanwhile computes it itself. */
@Injectable()
export class LatenessKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(LatenessKeeper.name);
  private isStopping = false;
  private readonly rounds = new Recurring(
    () => this.settleAll(),
    (error) => this.log.warn({ error }, 'The rhythm of jobs could not be computed; trying again'),
  );

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.rounds.start(PERIOD_MS);
  }

  beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    return this.rounds.stop();
  }

  /** Works until no job is stirred; once at a time. */
  work(): Promise<void> {
    return this.rounds.look();
  }

  private async settleAll(): Promise<void> {
    let settled = BATCH;
    while (settled === BATCH && !this.isStopping) {
      settled = await this.db.transaction((tx) => settleLateness(tx, BATCH));
    }
  }
}
