import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit, type Actor } from '../access';
import { conflict, invalid, notFound } from '../shared/errors';
import { isUuid } from '../shared/uuid';
import { readEvent, UnreadableEvent } from './connectors/openlineage';
import type { DeadEventGroup, EventBacklog, EventMinute, KeptEvent } from './domain/event';
import { EventLane } from './event-lane';
import { EventWorker } from './event-worker';
import {
  deadEventGroups,
  discardEvents,
  eventRate,
  findDeadEvent,
  listDeadEvents,
  reviveEvents,
} from './store/dead-events';
import { readBacklog } from './store/events';

const MOST_COUNTED = 1_000_000;
const LONGEST_MINUTES = 1_440;

/** `endCursor` is null on the last page. */
export interface KeptPage<Item> {
  readonly nodes: readonly Item[];
  readonly endCursor: string | null;
}

/** Events that were refused or could not be understood, and what can be done about them. */
@Injectable()
export class DeadEventService {
  constructor(
    private readonly db: DataSource,
    private readonly lane: EventLane,
    private readonly worker: EventWorker,
  ) {}

  /** Kinds of mistakes, the one made last first. */
  async groups(first: number, beforeId: string | null): Promise<KeptPage<DeadEventGroup>> {
    const groups = await deadEventGroups(this.db.manager, first + 1, beforeId);
    return pageOf(groups, first, ({ lastId }) => lastId);
  }

  /** Events, the latest first. */
  async list(fingerprint: string | null, first: number, beforeId: string | null): Promise<KeptPage<KeptEvent>> {
    const events = await listDeadEvents(this.db.manager, fingerprint, first + 1, beforeId);
    return pageOf(events, first, ({ internalId }) => internalId);
  }

  /** What was sent, as text; null once retention took it. @throws DomainError NOT_FOUND */
  async body(id: string): Promise<string | null> {
    const event = isUuid(id) ? await findDeadEvent(this.db.manager, id) : null;
    if (event === null) throw notFound('dead event', id);
    return event.bytes?.toString('utf8') ?? null;
  }

  /** Tries all events of a kind again; gives how many. */
  async replayAll(fingerprint: string, actor: Actor): Promise<number> {
    const revived = await this.db.transaction(async (tx) => {
      const ids = await reviveEvents(tx, { fingerprint }, null, this.lane.number);
      const after = { count: ids.length };
      await recordAudit(tx, { actor, action: 'event.replay', object: `dead-events:${fingerprint}`, after });
      return ids.length;
    });
    this.worker.wake();
    return revived;
  }

  /**
   * Tries one event again, with another body if given.
   *
   * @throws DomainError INVALID when the body still cannot be understood, NOT_FOUND, CONFLICT when its bytes are gone
   */
  async replayOne(id: string, body: string | null, actor: Actor): Promise<boolean> {
    if (!isUuid(id)) throw notFound('dead event', id);
    const bytes = body === null ? null : readable(body);
    await this.db.transaction(async (tx) => {
      const before = await findDeadEvent(tx, id);
      if (before === null) throw notFound('dead event', id);
      const revived = await reviveEvents(tx, { ids: [id] }, bytes, this.lane.number);
      if (revived.length === 0) throw conflict(`Event ${id}: its bytes are gone`);
      const after = { isEdited: body !== null };
      await recordAudit(tx, {
        actor,
        action: 'event.replay',
        object: `dead-event:${id}`,
        before: { message: before.message },
        after,
      });
    });
    this.worker.wake();
    return true;
  }

  /** Takes a kind of mistake off the list; gives how many events that were. */
  discard(fingerprint: string, actor: Actor): Promise<number> {
    return this.db.transaction(async (tx) => {
      const count = await discardEvents(tx, fingerprint);
      await recordAudit(tx, { actor, action: 'event.discard', object: `dead-events:${fingerprint}`, after: { count } });
      return count;
    });
  }

  /** What happened per minute, the latest first. @throws DomainError INVALID for more than a day */
  rate(minutes: number): Promise<EventMinute[]> {
    if (minutes < 1 || minutes > LONGEST_MINUTES) throw invalid(`minutes: takes 1 to ${LONGEST_MINUTES.toString()}`);
    return eventRate(this.db.manager, minutes);
  }

  /** How many events wait, and since when. */
  backlog(): Promise<EventBacklog> {
    return readBacklog(this.db.manager, MOST_COUNTED);
  }
}

function pageOf<Item>(items: readonly Item[], first: number, idOf: (item: Item) => string): KeptPage<Item> {
  const nodes = items.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, endCursor: items.length > first && last !== undefined ? idOf(last) : null };
}

function readable(body: string): Buffer {
  const bytes = Buffer.from(body);
  try {
    readEvent(bytes);
  } catch (error) {
    if (error instanceof UnreadableEvent) throw invalid(error.message);
    throw error;
  }
  return bytes;
}
