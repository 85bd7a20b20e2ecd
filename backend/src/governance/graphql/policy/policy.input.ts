import { Field, InputType, Int } from '@nestjs/graphql';
import type { PolicyDecision } from '../../policy/policy-approval.service';
import type { PolicyToSave } from '../../policy/policy.service';
import { PolicyStateEnum } from './policy.object';
import type { PolicyState } from '../../domain/policy/policy-record';

@InputType('PolicyFilter', { description: 'Each list is an OR; they combine with AND.' })
export class PolicyFilterInput {
  @Field(() => [String], { nullable: true, description: 'enforce, warn, audit, disabled.' })
  readonly mode?: readonly string[] | null;

  @Field(() => [PolicyStateEnum], { nullable: true, description: 'Stages of life.' })
  readonly state?: readonly PolicyState[] | null;
}

@InputType('SavePolicyInput', { description: 'A text to keep as the next version of its policy.' })
export class SavePolicyInputObject implements PolicyToSave {
  @Field(() => String, { description: 'The whole policy; its name is in it.' })
  readonly yaml!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'latestVersion of the policy as you saw it; absent for a new one. CONFLICT when it has moved on.',
  })
  readonly basedOn?: number | null;

  @Field(() => String, { nullable: true, description: 'Why, for those who decide and for the audit log.' })
  readonly comment?: string | null;
}

@InputType('DecidePolicyInput', { description: 'A decision on a version that was submitted.' })
export class DecidePolicyInputObject implements PolicyDecision {
  @Field(() => String, { description: 'Of the policy.' })
  readonly name!: string;

  @Field(() => Int, { description: 'The latest version.' })
  readonly version!: number;

  @Field(() => String, {
    description: 'PolicyVersion.hash of the text you looked at: you agree to that text and no other.',
  })
  readonly hash!: string;

  @Field(() => Boolean, { description: 'true: bring it into force; false: reject it.' })
  readonly approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed to reject.' })
  readonly reason?: string | null;
}
