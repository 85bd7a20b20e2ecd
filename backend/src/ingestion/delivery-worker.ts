import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { IngestionService } from './ingestion.service';
import { dueDeliveries } from './store/attempts';
import { pruneDeliveries } from './store/inbox';

const POLL_MS = 2_000;
const PRUNE_MS = 3_600_000;
const KEEP_BYTES_DAYS = 30;
const BATCH = 20;

/** Takes up deliveries that nobody finished: left by a crash, due for another try, or replayed. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DeliveryWorker.name);
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private prunedAt = 0;
  private isStopping = false;

  constructor(
    private readonly db: DataSource,
    private readonly ingestion: IngestionService,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => {
      this.round = this.work()
        .catch((error: unknown) => {
          this.log.warn({ error }, 'The inbox could not be read; trying again');
        })
        .finally(() => {
          this.schedule();
        });
    }, POLL_MS);
    this.timer.unref();
  }

  private async work(): Promise<void> {
    for (const id of await dueDeliveries(this.db.manager, BATCH)) {
      if (this.isStopping) return;
      await this.ingestion.process(id);
    }
    if (Date.now() - this.prunedAt < PRUNE_MS) return;
    this.prunedAt = Date.now();
    await pruneDeliveries(this.db.manager, KEEP_BYTES_DAYS);
  }
}
