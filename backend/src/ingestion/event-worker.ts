import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { EffectRunner } from '../catalog';
import { EventLane } from './event-lane';
import { BatchFailure, processEvents, type BatchOutcome } from './event-processor';
import { failureOf } from './domain/event';
import { isPassing } from './passing-failure';
import { buryEvents, claimEvents, noteAttempt, readBacklog } from './store/events';

/** Events per transaction: enough to share its cost, few enough to be quick. */
const BATCH = 600;
/** Batches at once: one is read while another is being written. */
const WIDTH = 2;
const IDLE_MS = 1_000;
const BACKLOG_MS = 2_000;
const MOST_COUNTED = 600_000;

/** Understands events as they arrive, in batches, for as long as the service runs. */
@Injectable()
export class EventWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EventWorker.name);
  private readonly knownFacets = new Set<string>();
  private running: Promise<unknown> = Promise.resolve();
  private isStopping = false;
  private readonly asleep = new Set<() => void>();
  private backlogReadAt = 0;
  /** Events that wait, as of some seconds ago. */
  backlog = 0;

  constructor(
    private readonly db: DataSource,
    private readonly lane: EventLane,
    private readonly effects: EffectRunner,
  ) {}

  onApplicationBootstrap(): void {
    this.running = Promise.all(Array.from({ length: WIDTH }, () => this.run()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.wake();
    await this.running;
  }

  /** Says that events have arrived. */
  wake(): void {
    for (const wakeUp of this.asleep) wakeUp();
  }

  /** Works until nothing waits; for tests and imports. @returns events understood */
  async drain(): Promise<number> {
    let done = 0;
    for (;;) {
      const { claimed, processed, deduplicated } = await this.batch(null);
      if (claimed.length === 0) return done;
      done += processed + deduplicated;
    }
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const claimed = await this.batch(null).then(
        (outcome) => outcome.claimed.length,
        (error: unknown) => {
          this.log.warn({ error }, 'Events could not be read; trying again');
          return 0;
        },
      );
      if (claimed === 0) await this.rest();
      // A full batch: more wait behind it.
      if (claimed === BATCH) this.effects.holdBack();
      await this.lookBehind();
    }
  }

  private async lookBehind(): Promise<void> {
    if (Date.now() - this.backlogReadAt < BACKLOG_MS) return;
    this.backlogReadAt = Date.now();
    const { waiting } = await readBacklog(this.db.manager, MOST_COUNTED).catch(() => ({ waiting: this.backlog }));
    this.backlog = waiting;
  }

  private async rest(): Promise<void> {
    if (this.isStopping) return;
    const stop = new AbortController();
    let wakeUp = (): void => undefined;
    const woken = new Promise<void>((resolve) => this.asleep.add((wakeUp = resolve)));
    await Promise.race([woken, sleep(IDLE_MS, undefined, { ref: false, signal: stop.signal }).catch(() => undefined)]);
    this.asleep.delete(wakeUp);
    stop.abort();
  }

  /** One batch; when an event of it fails, the batch is halved until that event is alone. */
  private async batch(ids: readonly string[] | null): Promise<BatchOutcome> {
    const processing = { lane: this.lane.number, knownFacets: this.knownFacets };
    try {
      return await processEvents(this.db.manager, ids?.length ?? BATCH, ids, processing);
    } catch (error) {
      if (!(error instanceof BatchFailure) || isPassing(error.cause) || error.claimed.length === 0) throw error;
      return await this.halve(error);
    }
  }

  private async halve({ claimed, cause }: BatchFailure): Promise<BatchOutcome> {
    const [only] = claimed;
    if (claimed.length === 1 && only !== undefined) return this.giveUp(only, cause);
    const middle = Math.ceil(claimed.length / 2);
    const first = await this.batch(claimed.slice(0, middle));
    const second = await this.batch(claimed.slice(middle));
    return {
      claimed,
      processed: first.processed + second.processed,
      deduplicated: first.deduplicated + second.deduplicated,
      dead: first.dead + second.dead,
    };
  }

  /** Keeps an event that cannot be processed as a dead letter. */
  private async giveUp(id: string, cause: unknown): Promise<BatchOutcome> {
    this.log.error({ eventId: id, error: cause }, 'An event could not be processed');
    await noteAttempt(this.db.manager, [id]);
    const buried = await this.db.transaction(async (tx) => {
      const [event] = await claimEvents(tx, 1, [id]);
      if (event === undefined) return 0;
      await buryEvents(tx, [{ id, receivedAt: event.receivedAt, ...failureOf('INTERNAL', INTERNAL_REASON) }]);
      return 1;
    });
    return { claimed: [id], processed: 0, deduplicated: 0, dead: buried };
  }
}

/** What went wrong inside is for the log: it may hold parts of the database. */
const INTERNAL_REASON = 'The service failed on this event; its bytes are kept, and its log says why';
