import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import { Recurring } from '../../shared/recurring';
import { withFullSight } from '../../shared/sight';
import { secondsToNextTry } from '../domain/notification/back-off';
import {
  claimDeliveries,
  forgetOldDeliveries,
  settleDelivery,
  type ClaimedDelivery,
} from '../store/notification/deliveries';
import { announceExpiring } from '../store/notification/outbox';
import { send } from './send';

const LOOK_MS = 2_000;
/** Sent at the same time, by one backend. */
const AT_ONCE = 8;
const TIDY_MS = 3_600_000;

/** Sends what is in the outboxes: at least once each, by whichever backend comes first. */
@Injectable()
export class NotificationRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(NotificationRunner.name);
  private readonly rounds = new Recurring(
    () => withFullSight(() => this.work()),
    (error) => this.log.error({ error }, 'Notices could not be sent; trying again'),
  );
  private tidiedAt = 0;

  constructor(
    private readonly db: EntityManager,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start(LOOK_MS);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** Sends what is due; returns when that is done. */
  settle(): Promise<void> {
    return this.rounds.settle();
  }

  private async work(): Promise<void> {
    await announceExpiring(this.db);
    for (let batch = await this.claim(); batch.length > 0; batch = await this.claim()) {
      await Promise.all(batch.map((delivery) => this.attempt(delivery)));
    }
    if (Date.now() - this.tidiedAt < TIDY_MS) return;
    this.tidiedAt = Date.now();
    await forgetOldDeliveries(this.db);
  }

  private claim(): Promise<ClaimedDelivery[]> {
    return claimDeliveries(this.db, AT_ONCE);
  }

  private async attempt(delivery: ClaimedDelivery): Promise<void> {
    const attempt = await send(delivery, this.config.webhookHosts);
    await settleDelivery(this.db, delivery.id, attempt, secondsToNextTry(delivery.attempts, Math.random()));
  }
}
