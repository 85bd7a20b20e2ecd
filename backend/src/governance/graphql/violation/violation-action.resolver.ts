import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, CurrentActor, Requires, type Actor, type ActorRef } from '../../../access';
import type { Violation } from '../../violation/violation';
import { ViolationActionService } from '../../violation/violation-action.service';
import {
  ActOnViolationsInputObject,
  ViolationActionReportObject,
  ViolationEventObject,
  ViolationEventPageObject,
} from './violation-action.object';
import { ViolationObject } from './violation.object';
import type { ActionCounts, ViolationEventRow } from '../../domain/violation/violation-record';

/** What people do about violations, and what happened to them. */
@Resolver(() => ViolationObject)
export class ViolationActionResolver {
  constructor(private readonly acts: ViolationActionService) {}

  @Mutation(() => ViolationActionReportObject, {
    description: 'Does one thing to every violation that fits, or with dryRun says what it would do.',
  })
  @Requires('violation:act')
  actOnViolations(
    @Args('input', { description: 'Which ones, and what.' }) input: ActOnViolationsInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<ActionCounts> {
    return this.acts.act(actor, input);
  }

  @ResolveField(() => ViolationEventPageObject, { description: 'What happened to it since it was found.' })
  events(
    @Parent() violation: Violation,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<{ nodes: readonly ViolationEventRow[]; endCursor: string | null }> {
    return this.acts.events(violation, first, after);
  }
}

/** Who stands behind an event. */
@Resolver(() => ViolationEventObject)
export class ViolationEventResolver {
  @ResolveField(() => ActorObject, { description: 'Who did it.' })
  actor(@Parent() event: ViolationEventRow): ActorRef | null {
    return actorOf(event.actor);
  }
}
