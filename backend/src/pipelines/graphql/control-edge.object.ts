import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import type { ControlEdge } from '../run';

@ObjectType('ControlEdge', { description: 'One job waits for another. Order of work: no data need go along it.' })
export class ControlEdgeObject implements Omit<ControlEdge, 'upstreamId' | 'downstreamId'> {
  @Field(() => String, { nullable: true, description: 'DIRECT_INVOCATION, IMPLICIT_DEPENDENCY; null when not said.' })
  readonly dependency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The outcome that it waits for, in the scheduler's words: EXECUTE_ON_SUCCESS, all_done …",
  })
  readonly triggerRule!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Event time of the latest event that says so.' })
  readonly lastSeenAt!: Date;
}
