import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { DeadEventService, type KeptPage } from '../dead-event.service';
import type { DeadEventGroup, EventBacklog, EventMinute, KeptEvent } from '../domain/event';
import {
  DeadEventConnectionObject,
  DeadEventGroupConnectionObject,
  EventBacklogObject,
  EventMinuteObject,
} from './event.types';

const HOUR = 60;

/** Pipeline events on their way in, and those that did not get through. */
@Resolver()
export class EventResolver {
  constructor(private readonly events: DeadEventService) {}

  @Query(() => [EventMinuteObject], {
    description: 'Pipeline events per minute, the latest first; quiet minutes left out.',
  })
  @Requires('ingest:read')
  eventRate(@Args('minutes', { type: () => Int, defaultValue: HOUR }) minutes: number): Promise<EventMinute[]> {
    return this.events.rate(minutes);
  }

  @Query(() => EventBacklogObject, { description: 'Pipeline events that wait to be understood: the lag.' })
  @Requires('ingest:read')
  eventBacklog(): Promise<EventBacklog> {
    return this.events.backlog();
  }

  @Query(() => DeadEventGroupConnectionObject, { description: 'Why pipeline events failed, the latest reason first.' })
  @Requires('ingest:read')
  async deadEventGroups(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<KeptPage<DeadEventGroup>> {
    return withCursor(await this.events.groups(checkFirst(first), decodeCursor(after)));
  }

  @Query(() => DeadEventConnectionObject, { description: 'Pipeline events that failed, the latest first.' })
  @Requires('ingest:read')
  async deadEvents(
    @Args('fingerprint', { type: () => ID, nullable: true }) fingerprint: string | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<KeptPage<KeptEvent>> {
    return withCursor(await this.events.list(fingerprint ?? null, checkFirst(first), decodeCursor(after)));
  }

  @Query(() => String, {
    nullable: true,
    description: 'What was sent, to look at and to mend; null once retention took it.',
  })
  @Requires('ingest:replay')
  deadEventBody(@Args('id', { type: () => ID }) id: string): Promise<string | null> {
    return this.events.body(id);
  }

  @Mutation(() => Boolean, {
    description: 'Tries a dead event again, with another body if given. INVALID when that cannot be understood either.',
  })
  @Requires('ingest:replay')
  replayDeadEvent(
    @Args('id', { type: () => ID }) id: string,
    @Args('body', { type: () => String, nullable: true }) body: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    return this.events.replayOne(id, body ?? null, actor);
  }

  @Mutation(() => Int, { description: 'Tries all dead events of a group again, 10,000 at a time; gives how many.' })
  @Requires('ingest:replay')
  replayDeadEvents(
    @Args('fingerprint', { type: () => ID }) fingerprint: string,
    @CurrentActor() actor: Actor,
  ): Promise<number> {
    return this.events.replayAll(fingerprint, actor);
  }

  @Mutation(() => Int, { description: 'Takes a group of dead events off the list, with its bytes; gives how many.' })
  @Requires('ingest:replay')
  discardDeadEvents(
    @Args('fingerprint', { type: () => ID }) fingerprint: string,
    @CurrentActor() actor: Actor,
  ): Promise<number> {
    return this.events.discard(fingerprint, actor);
  }
}

const withCursor = <Item>(page: KeptPage<Item>): KeptPage<Item> => ({
  ...page,
  endCursor: encodeCursor(page.endCursor),
});
