import { Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { EventDay } from '../domain/event-day';
import { EventRetention, type EventStorage } from '../event-retention';

@ObjectType('EventDay', { description: 'Raw pipeline events of one day.' })
export class EventDayObject implements EventDay {
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, UTC; null for days that nobody made ahead.' })
  readonly day!: string | null;

  @Field(() => Float, { description: 'Room on disk, indexes included.' })
  readonly bytes!: number;

  @Field(() => Float, { nullable: true, description: 'About how many; null while nobody has counted.' })
  readonly events!: number | null;
}

@ObjectType('EventStorage', { description: 'How much room raw pipeline events take, and how long they are kept.' })
export class EventStorageObject implements EventStorage {
  @Field(() => Int, { description: 'Days after which understood events go.' })
  readonly keptDays!: number;

  @Field(() => Float, { description: 'Room on disk of all days.' })
  readonly bytes!: number;

  @Field(() => [EventDayObject], { description: 'Days that hold any, the latest first.' })
  readonly days!: EventDayObject[];
}

/** What retention keeps. */
@Resolver()
export class EventStorageResolver {
  constructor(private readonly retention: EventRetention) {}

  @Query(() => EventStorageObject, { description: 'Room that raw pipeline events take, day by day.' })
  @Requires('ingest:read')
  eventStorage(): Promise<EventStorage> {
    return this.retention.storage();
  }
}
