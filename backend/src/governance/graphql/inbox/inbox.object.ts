import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { GovernanceInbox } from '../../domain/inbox/inbox';

@ObjectType('GovernanceInbox', { description: 'What waits for you in governance, in numbers.' })
export class GovernanceInboxObject implements GovernanceInbox {
  @Field(() => Int, { description: 'Violations assigned to you that are not resolved or waived.' })
  readonly assignedViolations!: number;

  @Field(() => Int, { description: 'Of these, past the day that was set.' })
  readonly overdueViolations!: number;

  @Field(() => Int, { description: 'Open violations that nobody takes care of.' })
  readonly unassignedViolations!: number;

  @Field(() => Int, { description: 'Suggested classifications that nobody decided on.' })
  readonly openSuggestions!: number;

  @Field(() => Int, { description: 'Waivers that others asked for; 0 if you may not decide.' })
  readonly waiversToDecide!: number;

  @Field(() => Int, { description: 'Waivers in force that end within 14 days.' })
  readonly expiringWaivers!: number;

  @Field(() => Int, { description: 'Access that others asked for, to what you own or, for stewards, to anything.' })
  readonly accessToDecide!: number;

  @Field(() => Int, { description: 'Policies that others propose; 0 if you may not decide.' })
  readonly policiesToDecide!: number;
}
