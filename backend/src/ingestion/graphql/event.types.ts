import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DeadEventGroup, EventBacklog, EventMinute, KeptEvent } from '../domain/event';

export enum DeadEventStatusEnum {
  REFUSED = 'REFUSED',
  DEAD = 'DEAD',
  DISCARDED = 'DISCARDED',
}
registerEnumType(DeadEventStatusEnum, {
  name: 'DeadEventStatus',
  description: 'REFUSED was answered with an error at the door; DEAD was taken in and could not be understood.',
});

@ObjectType('DeadEventGroup', { description: 'Pipeline events that failed for the same reason.' })
export class DeadEventGroupObject implements Omit<DeadEventGroup, 'lastId' | 'status'> {
  @Field(() => ID, { description: 'Of the reason without its particulars.' })
  readonly fingerprint!: string;

  @Field(() => DeadEventStatusEnum, { description: 'Where they failed.' })
  readonly status!: DeadEventStatusEnum;

  @Field(() => String, { description: 'As in errors: INVALID, FORBIDDEN, INTERNAL.' })
  readonly code!: string;

  @Field(() => String, { description: 'The reason of the latest.' })
  readonly message!: string;

  @Field(() => Int, { description: 'How many there are.' })
  readonly count!: number;

  @Field(() => Date, { description: 'When the first of them failed.' })
  readonly firstAt!: Date;

  @Field(() => Date, { description: 'When the latest failed.' })
  readonly lastAt!: Date;
}

@ObjectType('DeadEvent', { description: 'A pipeline event that was refused or could not be understood.' })
export class DeadEventObject implements Omit<KeptEvent, 'internalId' | 'status'> {
  @Field(() => ID, { description: 'For replayDeadEvent.' })
  readonly id!: string;

  @Field(() => DeadEventStatusEnum, { description: 'Where it failed.' })
  readonly status!: DeadEventStatusEnum;

  @Field(() => Date, { description: 'When it arrived.' })
  readonly receivedAt!: Date;

  @Field(() => Date, { description: 'When it failed.' })
  readonly failedAt!: Date;

  @Field(() => String, { description: 'As in the audit log: token:<uuid>.' })
  readonly sender!: string;

  @Field(() => String, { description: 'As in errors: INVALID, FORBIDDEN, INTERNAL.' })
  readonly code!: string;

  @Field(() => String, { description: 'The field that is wrong, and the rule.' })
  readonly message!: string;

  @Field(() => ID, { description: 'Its group.' })
  readonly fingerprint!: string;

  @Field(() => Int, { nullable: true, description: 'Size of what was sent; null once retention took it.' })
  readonly byteCount!: number | null;
}

@ObjectType('DeadEventConnection', { description: 'A page of dead events.' })
export class DeadEventConnectionObject {
  @Field(() => [DeadEventObject], { description: 'The latest first.' })
  readonly nodes!: DeadEventObject[];

  @Field(() => String, { nullable: true, description: 'For the next page; null on the last.' })
  readonly endCursor!: string | null;
}

@ObjectType('DeadEventGroupConnection', { description: 'A page of groups of dead events.' })
export class DeadEventGroupConnectionObject {
  @Field(() => [DeadEventGroupObject], { description: 'The one that failed last first.' })
  readonly nodes!: DeadEventGroupObject[];

  @Field(() => String, { nullable: true, description: 'For the next page; null on the last.' })
  readonly endCursor!: string | null;
}

@ObjectType('EventMinute', { description: 'Pipeline events of one minute.' })
export class EventMinuteObject implements EventMinute {
  @Field(() => Date, { description: 'When the minute began.' })
  readonly minute!: Date;

  @Field(() => Float, { description: 'Stored and acknowledged.' })
  readonly received!: number;

  @Field(() => Float, { description: 'Understood.' })
  readonly processed!: number;

  @Field(() => Float, { description: 'Known already.' })
  readonly deduplicated!: number;

  @Field(() => Float, { description: 'Refused at the door.' })
  readonly refused!: number;

  @Field(() => Float, { description: 'Bytes of those received.' })
  readonly bytes!: number;
}

@ObjectType('EventBacklog', { description: 'Pipeline events that wait to be understood.' })
export class EventBacklogObject implements EventBacklog {
  @Field(() => Int, { description: 'How many, counted up to a million.' })
  readonly waiting!: number;

  @Field(() => Date, { nullable: true, description: 'When the one that waits longest arrived; null when none waits.' })
  readonly oldest!: Date | null;
}
