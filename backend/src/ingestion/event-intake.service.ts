import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../shared/errors';
import type { IncomingEvent, RefusedEvent } from './domain/event';
import { EventLane } from './event-lane';
import { EventWorker } from './event-worker';
import { refuseEvents, storeEvents } from './store/events';

/** What one statement stores at most: beyond this it holds a connection for too long. */
const MOST_EVENTS = 2_000;
const MOST_BYTES = 8 * 1024 * 1024;
/** Statements at once: while one waits for the disk the next is filled. */
const WIDTH = 2;
/** Bytes that wait for the database; more are refused. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** Events that wait to be understood; beyond this the sender waits instead. */
const MOST_WAITING_EVENTS = 500_000;
/** A database that has stored nothing for this long does not answer. */
const PATIENCE_MS = 1_000;
/** One that is only slow is waited for longer, but no longer than senders wait for us. */
const LONGEST_MS = 4_000;
const RETRY_SECONDS = 2;

interface Waiting {
  readonly events: readonly IncomingEvent[];
  readonly byteCount: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes events durable. Those that arrive while the database is busy are stored together: one commit answers them all.
 */
@Injectable()
export class EventIntakeService {
  private readonly queue: Waiting[] = [];
  private waitingBytes = 0;
  private running = 0;
  private storedAt = 0;

  constructor(
    private readonly db: DataSource,
    private readonly lane: EventLane,
    private readonly worker: EventWorker,
  ) {}

  /**
   * Stores events, all or none; returns when they cannot be lost any more.
   *
   * @throws DomainError UNAVAILABLE when the database stores nothing for a second or is too slow, or too much waits already.
   * They may be stored all the same: sending them again does no harm.
   */
  async store(events: readonly IncomingEvent[]): Promise<void> {
    if (events.length === 0) return;
    if (this.worker.backlog > MOST_WAITING_EVENTS) throw overloaded();
    const byteCount = events.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.waitingBytes > 0 && this.waitingBytes + byteCount > MOST_WAITING_BYTES) throw overloaded();
    await this.withinPatience(
      new Promise<void>((resolve, reject) => {
        this.queue.push({ events, byteCount, resolve, reject });
        this.waitingBytes += byteCount;
        this.flush();
      }),
    );
  }

  private async withinPatience(stored: Promise<void>): Promise<void> {
    const asked = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        const isMoving = Date.now() - this.storedAt < PATIENCE_MS && Date.now() - asked < LONGEST_MS;
        if (!isMoving) reject(unanswered());
      }, PATIENCE_MS);
    });
    try {
      await Promise.race([stored, late]);
    } finally {
      clearInterval(timer);
    }
  }

  /** Keeps what was refused, so that somebody can see and mend it. A failure to do so is not the sender's business. */
  async noteRefused(refused: readonly RefusedEvent[]): Promise<void> {
    await refuseEvents(this.db.manager, refused, this.lane.number).catch(() => undefined);
  }

  private flush(): void {
    while (this.running < WIDTH && this.queue.length > 0) {
      const group = this.takeGroup();
      this.running += 1;
      void this.write(group).finally(() => {
        this.running -= 1;
        this.flush();
      });
    }
  }

  private takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    let [events, bytes] = [0, 0];
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      events += next.events.length;
      bytes += next.byteCount;
      if (group.length > 0 && (events > MOST_EVENTS || bytes > MOST_BYTES)) break;
      this.queue.shift();
      group.push(next);
    }
    return group;
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      await storeEvents(
        this.db.manager,
        group.flatMap(({ events }) => events),
        this.lane.number,
      );
      this.storedAt = Date.now();
      for (const { resolve } of group) resolve();
      this.worker.wake();
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      for (const { byteCount } of group) this.waitingBytes -= byteCount;
    }
  }
}

const overloaded = (): DomainError =>
  new DomainError('UNAVAILABLE', 'Too much is arriving at once; try again', { retryAfterSeconds: RETRY_SECONDS });

const unanswered = (): DomainError =>
  new DomainError('UNAVAILABLE', 'The database does not answer; try again', { retryAfterSeconds: RETRY_SECONDS });
