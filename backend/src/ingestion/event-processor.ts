import type { EntityManager } from 'typeorm';
import { recordAudit } from '../access';
import { loadNamespaceRegistry, lockCatalogForWriting, type NamespaceRegistry } from '../catalog';
import { allowLongStatements } from '../database';
import { FacetBook, knownHashes, placeEvent, type Arrival } from '../pipelines';
import { DomainError, invalid } from '../shared/errors';
import { Breather } from '../shared/json-stream';
import { readEvent, UnreadableEvent } from './connectors/openlineage';
import { sumCounts, type Counts } from './domain/delivery';
import { failureOf, type DeadEvent, type WaitingEvent } from './domain/event';
import { foldEvents } from './fold-events';
import { blotEvents, buryEvents, claimEvents, countEvents, storeRecorded } from './store/events';

/** Milliseconds of work before those who wait for an answer get their turn. */
const TURN_MS = 5;

/** What one batch came to. */
export interface BatchOutcome {
  readonly claimed: readonly string[];
  readonly processed: number;
  readonly deduplicated: number;
  readonly dead: number;
}

/** A failure while events were worked on: they wait again. */
export class BatchFailure extends Error {
  constructor(
    readonly claimed: readonly string[],
    cause: unknown,
  ) {
    super('Events could not be processed', { cause });
  }
}

export interface Processing {
  readonly lane: number;
  /** Digests of facets that are in the database; shared by the batches of a process. */
  readonly knownFacets: Set<string>;
}

/**
 * Understands a batch of waiting events in one transaction: all of them, or none when something fails.
 *
 * The transaction need not be on disk when it ends: should it be lost, its events still wait.
 *
 * @throws BatchFailure with the ids of the batch
 */
export async function processEvents(
  db: EntityManager,
  limit: number,
  ids: readonly string[] | null,
  processing: Processing,
): Promise<BatchOutcome> {
  let claimed: string[] = [];
  const book = new FacetBook(processing.knownFacets);
  try {
    const outcome = await db.transaction(async (tx) => {
      await allowLongStatements(tx);
      await tx.query('set local synchronous_commit = off');
      const waiting = await claimEvents(tx, limit, ids);
      claimed = waiting.map(({ id }) => id);
      return waiting.length === 0 ? nothing : await understand(tx, waiting, book, processing);
    });
    book.noteStored();
    return { claimed, ...outcome };
  } catch (error) {
    throw new BatchFailure(claimed, error);
  }
}

const nothing = { processed: 0, deduplicated: 0, dead: 0 };

/**
 * Stores events and understands them in the caller's transaction; gives how many were heard for the first time.
 *
 * @throws DomainError INVALID when one of them cannot be understood
 */
export async function recordEvents(
  tx: EntityManager,
  events: readonly Buffer[],
  sender: string,
  lane: number,
): Promise<number> {
  // First of all, as everybody who counts events under it does.
  await lockCatalogForWriting(tx);
  const stored = await storeRecorded(tx, events, sender, lane);
  const waiting = stored.map((one, index) => ({ ...one, sender, attempts: 0, bytes: events[index] ?? Buffer.of() }));
  const registry = await loadNamespaceRegistry(tx);
  const understood = await readAll(waiting, registry);
  const [refused] = understood.dead;
  if (refused !== undefined) throw invalid(refused.message);
  const { processed } = await foldUnderstood(tx, understood, { book: new FacetBook(new Set()), registry, lane });
  return processed;
}

interface Understood {
  readonly arrivals: readonly Arrival[];
  readonly dead: readonly DeadEvent[];
  readonly blotted: readonly { readonly id: string; readonly receivedAt: string; readonly text: string }[];
}

async function understand(
  tx: EntityManager,
  waiting: readonly WaitingEvent[],
  book: FacetBook,
  { lane }: Processing,
): Promise<Omit<BatchOutcome, 'claimed'>> {
  const registry = await loadNamespaceRegistry(tx);
  const { arrivals, dead, blotted } = await readAll(waiting, registry);
  await buryEvents(tx, dead);
  await lockCatalogForWriting(tx);
  const { changed, ...counts } = await foldUnderstood(tx, { arrivals, blotted }, { book, registry, lane });
  if (changed.rowsWritten > 0) await auditEvents(tx, waiting, changed);
  return { ...counts, dead: dead.length };
}

async function foldUnderstood(
  tx: EntityManager,
  { arrivals, blotted }: Omit<Understood, 'dead'>,
  { book, registry, lane }: { readonly book: FacetBook; readonly registry: NamespaceRegistry; readonly lane: number },
): Promise<Omit<BatchOutcome, 'claimed' | 'dead'> & { readonly changed: Counts }> {
  const fresh = await withoutKnown(tx, arrivals);
  const changed = fresh.length > 0 ? await foldEvents(tx, fresh, book, registry) : sumCounts([]);
  await blotEvents(tx, blotted);
  const counts = { processed: fresh.length, deduplicated: arrivals.length - fresh.length };
  await countEvents(tx, lane, counts);
  return { ...counts, changed };
}

/** One entry a batch and sender for what it changed in the catalog; runs, heard of by the thousand, are their own record. */
async function auditEvents(tx: EntityManager, waiting: readonly WaitingEvent[], changed: Counts): Promise<void> {
  for (const sender of new Set(waiting.map((one) => one.sender))) {
    const events = waiting.filter((one) => one.sender === sender);
    const after = { events: events.length, first: events[0]?.id, last: events.at(-1)?.id, ...changed };
    const actor = sender as `${string}:${string}`;
    await recordAudit(tx, { actor, action: 'event.process', object: 'event:*', after });
  }
}

async function readAll(waiting: readonly WaitingEvent[], registry: NamespaceRegistry): Promise<Understood> {
  const breather = new Breather(TURN_MS);
  const arrivals: Arrival[] = [];
  const dead: DeadEvent[] = [];
  const blotted: { id: string; receivedAt: string; text: string }[] = [];
  for (const { id, receivedAt, bytes } of waiting) {
    await breather.breathe();
    try {
      const { event, redacted } = readEvent(bytes);
      arrivals.push({ eventId: id, receivedAt, placed: placeEvent(event, registry) });
      if (redacted !== null) blotted.push({ id, receivedAt, text: redacted });
    } catch (error) {
      if (!(error instanceof UnreadableEvent || error instanceof DomainError)) throw error;
      dead.push({ id, receivedAt, ...failureOf('INVALID', error.message) });
    }
  }
  return { arrivals, dead, blotted };
}

/** The arrivals that are heard for the first time, each once. */
async function withoutKnown(tx: EntityManager, arrivals: readonly Arrival[]): Promise<Arrival[]> {
  const seen = await knownHashes(
    tx,
    arrivals.map(({ placed }) => placed.event.hash),
  );
  return arrivals.filter(({ placed: { event } }) => {
    if (seen.has(event.hash)) return false;
    seen.add(event.hash);
    return true;
  });
}
