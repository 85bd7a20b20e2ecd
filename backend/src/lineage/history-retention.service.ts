import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sweepPastFacts } from '../catalog';
import { CONFIG, type Config } from '../config';
import { Recurring } from '../shared/recurring';
import { keptSince, type HistoryPart } from './domain/history';
import { readHistoryStorage, sweepPastEdges } from './store/history';

const PERIOD_MS = 3_600_000;
/** Rows of each kind per statement: some tens of milliseconds. */
const BATCH = 5_000;

/** How much room history takes, and how long it is kept. */
export interface HistoryStorage {
  readonly keptDays: number;
  readonly keptSince: Date;
  readonly bytes: number;
  readonly parts: readonly HistoryPart[];
}

/** Forgets what ended longer ago than history is kept, a batch at a time, so that nobody waits for it. */
@Injectable()
export class HistoryRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(HistoryRetention.name);
  private isStopping = false;
  private readonly rounds = new Recurring(
    () => this.sweep(),
    (error) => this.log.warn({ error }, 'Old history could not be swept'),
  );

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async storage(): Promise<HistoryStorage> {
    const parts = await readHistoryStorage(this.db.manager);
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    const { historyDays: keptDays } = this.config;
    return { keptDays, keptSince: keptSince(keptDays, new Date()), bytes, parts };
  }

  onApplicationBootstrap(): void {
    this.rounds.start(PERIOD_MS);
  }

  beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    return this.rounds.stop();
  }

  /** Works until nothing is left that is too old; once at a time. */
  work(): Promise<void> {
    return this.rounds.look();
  }

  private async sweep(): Promise<void> {
    const { historyDays } = this.config;
    let most = BATCH;
    while (most === BATCH && !this.isStopping) {
      const edges = await sweepPastEdges(this.db.manager, historyDays, BATCH);
      most = Math.max(edges, await sweepPastFacts(this.db.manager, historyDays, BATCH));
    }
  }
}
