import { setImmediate as breathe } from 'node:timers/promises';
import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../access';
import { canonicalNamespace, loadNamespaceRegistry, type NamespaceRegistry } from '../catalog';
import { DomainError, invalid } from '../shared/errors';
import { parseStorable } from '../shared/json-stream';
import { describeProblem, problemOf, splitList, UnreadableList } from './connectors/openlineage';
import { failureOf, type EventFailure } from './domain/event';
import { EventIntakeService } from './event-intake.service';

const MOST_IN_BATCH = 10_000;
/** Milliseconds of work before others get their turn. */
const TURN_MS = 10;
/** What is kept of a body that is no event. */
const KEPT_BYTES = 1024 * 1024;
const REGISTRY_AGE_MS = 5_000;

/** As OpenLineage's API has it. */
export interface BatchAnswer {
  readonly status: 'success' | 'partial_success';
  readonly summary: {
    readonly received: number;
    readonly successful: number;
    readonly failed: number;
    readonly retriable: number;
    readonly non_retriable: number;
  };
  readonly failed_events: readonly { readonly index: number; readonly reason: string; readonly retriable: boolean }[];
}

/** Decides whether an event may come in, by the least that must be there and by who sends it; the rest comes later. */
@Injectable()
export class EventDoorService {
  private registry: { readonly value: NamespaceRegistry; readonly readAt: number } | null = null;

  constructor(
    private readonly db: EntityManager,
    private readonly intake: EventIntakeService,
  ) {}

  /**
   * Makes one event durable.
   *
   * @throws DomainError INVALID naming the field and the rule, FORBIDDEN for a namespace that the token may not write
   * into (both are kept for somebody to look at), UNAVAILABLE when it cannot be stored now
   */
  async takeOne(bytes: Buffer, actor: Actor): Promise<void> {
    const sender = actorKey(actor);
    const failure = await this.failureIn(bytes, actor);
    if (failure === null) return this.intake.store([{ sender, bytes }]);
    await this.intake.noteRefused([{ sender, bytes: bytes.subarray(0, KEPT_BYTES), ...failure }]);
    if (failure.code === 'FORBIDDEN') throw new DomainError('FORBIDDEN', failure.message);
    throw invalid(failure.message);
  }

  /**
   * Makes the events of a list durable, those that may come in all together.
   *
   * @throws DomainError INVALID when it is no list; UNAVAILABLE when nothing could be stored
   * @throws HttpException 413 for too many
   */
  async takeBatch(bytes: Buffer, actor: Actor): Promise<BatchAnswer> {
    const sender = actorKey(actor);
    const taken: Buffer[] = [];
    const refused: { readonly index: number; readonly bytes: Buffer; readonly failure: EventFailure }[] = [];
    let index = 0;
    for await (const event of inTurns(listed(bytes))) {
      if (index >= MOST_IN_BATCH) throw tooMany();
      const failure = await this.failureIn(event, actor);
      if (failure === null) taken.push(event);
      else refused.push({ index, bytes: event, failure });
      index += 1;
    }
    await this.intake.store(taken.map((event) => ({ sender, bytes: event })));
    await this.intake.noteRefused(
      refused.map(({ bytes: event, failure }) => ({ sender, bytes: event.subarray(0, KEPT_BYTES), ...failure })),
    );
    return answerOf(taken.length, refused);
  }

  private async failureIn(bytes: Buffer, actor: Actor): Promise<EventFailure | null> {
    const event = parsed(bytes);
    const problem = event === undefined ? null : problemOf(event);
    if (event === undefined) return failureOf('INVALID', '(event): is not JSON');
    if (problem !== null) return failureOf('INVALID', describeProblem(problem));
    if (actor.namespaces.length === 0) return null;
    return this.foreignNamespace(event as SpeakingEvent, actor);
  }

  /** A token writes in the name of its jobs; what those read and write may lie anywhere. */
  private async foreignNamespace({ job, dataset }: SpeakingEvent, actor: Actor): Promise<EventFailure | null> {
    const registry = await this.currentRegistry();
    const said = (job ?? dataset)?.namespace ?? '';
    const canonical = (namespace: string): string => canonicalNamespace(namespace, registry).namespace;
    if (actor.namespaces.some((allowed) => canonical(allowed) === canonical(said))) return null;
    return failureOf('FORBIDDEN', `Token ${actor.name} may not write into namespace \`${said}\``);
  }

  private async currentRegistry(): Promise<NamespaceRegistry> {
    if (this.registry === null || Date.now() - this.registry.readAt > REGISTRY_AGE_MS) {
      this.registry = { value: await loadNamespaceRegistry(this.db), readAt: Date.now() };
    }
    return this.registry.value;
  }
}

interface SpeakingEvent {
  readonly job?: { readonly namespace: string };
  readonly dataset?: { readonly namespace: string };
}

/** Undefined for what is not JSON. */
function parsed(bytes: Buffer): unknown {
  try {
    return parseStorable(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function* listed(bytes: Buffer): Generator<Buffer, void> {
  try {
    yield* splitList(bytes);
  } catch (error) {
    if (error instanceof UnreadableList) throw invalid(`The body ${error.message}`);
    throw error;
  }
}

/** The same, letting others work now and then. */
async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  let since = performance.now();
  for (const item of items) {
    yield item;
    if (performance.now() - since < TURN_MS) continue;
    await breathe();
    since = performance.now();
  }
}

const tooMany = (): HttpException =>
  new HttpException(`A batch has at most ${MOST_IN_BATCH.toString()} events`, HttpStatus.PAYLOAD_TOO_LARGE);

function answerOf(
  successful: number,
  refused: readonly { readonly index: number; readonly failure: EventFailure }[],
): BatchAnswer {
  const failed = refused.length;
  return {
    status: failed === 0 ? 'success' : 'partial_success',
    summary: { received: successful + failed, successful, failed, retriable: 0, non_retriable: failed },
    failed_events: refused.map(({ index, failure }) => ({ index, reason: failure.message, retriable: false })),
  };
}
