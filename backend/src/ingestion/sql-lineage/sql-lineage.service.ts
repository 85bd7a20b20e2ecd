import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { EffectRunner } from '../../catalog';
import { SqlPool } from '../../sql';
import { countSqlBacklog, queueSql } from '../store/sql/texts';
import { Turnstile } from '../turnstile';
import { SQL_ACTOR } from './read-sql';
import { readSqlWithin, readWaitingSql, SQL_BATCH } from './read-waiting-sql';

const IDLE_MS = 1_000;

/**
 * Reads column lineage out of the SQL of assets, behind the writers that brought it.
 *
 * What changed is queued by an effect on the change log, so nothing is missed; the queue is worked off in batches, each
 * in one transaction. Being told twice costs a hash.
 */
@Injectable()
export class SqlLineageService implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SqlLineageService.name);
  private readonly pool = new SqlPool();
  /** One batch at a time: two would wait for the same lock of the catalog. */
  private readonly turnstile = new Turnstile(1);
  private running: Promise<void> = Promise.resolve();
  private isStopping = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly db: DataSource,
    private readonly effects: EffectRunner,
  ) {}

  onModuleInit(): void {
    this.effects.register({
      name: 'sql-lineage',
      ignoresActor: SQL_ACTOR,
      apply: (tx, { assetIds }) => queueSql(tx, assetIds),
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.stop.abort();
    await this.pool.close();
    await this.running;
  }

  /** Works until nothing waits; for tests and imports. */
  async drain(): Promise<void> {
    do await this.effects.settle();
    while ((await this.batch()) > 0);
  }

  /** Reads what waits, and what these changed assets bring, in the caller's transaction: for rehearsals that end with it. */
  async readWithin(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
    await readSqlWithin(tx, this.pool, assetIds);
  }

  /** Assets whose SQL waits to be read. */
  backlog(): Promise<number> {
    return countSqlBacklog(this.db.manager);
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const done = await this.batch().catch((error: unknown) => {
        if (!this.isStopping) this.log.warn({ error }, 'SQL could not be read; trying again');
        return 0;
      });
      // More is waiting: what follows from lineage is computed once it is there, not after every batch.
      if (done === SQL_BATCH) this.effects.holdBack();
      if (done === 0) await sleep(IDLE_MS, undefined, { ref: false, signal: this.stop.signal }).catch(() => undefined);
    }
  }

  private batch(): Promise<number> {
    return this.turnstile.pass(() => this.db.transaction((tx) => readWaitingSql(tx, this.pool)));
  }
}
