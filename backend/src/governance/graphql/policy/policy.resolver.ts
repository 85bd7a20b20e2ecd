import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, type ActorRef, CurrentActor, Requires, type Actor } from '../../../access';
import { JsonScalar } from '../../../shared/graphql/json.scalar';
import type { TextProblem } from '../../../shared/yaml-text';
import { PolicyApprovalService } from '../../policy/policy-approval.service';
import { PolicyService, type PageOf } from '../../policy/policy.service';
import { policyJsonSchema } from '../../policy-language/json-schema';
import { DecidePolicyInputObject, PolicyFilterInput, SavePolicyInputObject } from './policy.input';
import {
  PolicyConnectionObject,
  PolicyObject,
  PolicyVersionConnectionObject,
  TextProblemObject,
} from './policy.object';
import type { PolicyRow, VersionRow } from '../../domain/policy/policy-record';

const NAME = { type: () => String, description: 'Of the policy.' };
const AFTER = { type: () => String, nullable: true, description: 'endCursor of the page before.' };

@Resolver(() => PolicyObject)
export class PolicyResolver {
  constructor(
    private readonly policyTexts: PolicyService,
    private readonly approvals: PolicyApprovalService,
  ) {}

  @Query(() => PolicyConnectionObject, { description: 'Policies in order of name.' })
  @Requires('governance:read')
  policies(
    @Args('filter', { type: () => PolicyFilterInput, nullable: true, description: 'Absent: all, retired ones too.' })
    filter: PolicyFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', AFTER) after: string | null,
  ): Promise<PageOf<PolicyRow>> {
    return this.policyTexts.list({ modes: filter?.mode ?? null, states: filter?.state ?? null }, first, after);
  }

  @Query(() => PolicyObject, { nullable: true, description: 'One policy; null when there is none of this name.' })
  @Requires('governance:read')
  policy(@Args('name', NAME) name: string): Promise<PolicyRow | null> {
    return this.policyTexts.get(name);
  }

  @Query(() => JsonScalar, { description: 'JSON Schema of a policy, for completion in an editor.' })
  @Requires('governance:read')
  policySchema(): Readonly<Record<string, unknown>> {
    return policyJsonSchema();
  }

  @Query(() => [TextProblemObject], { description: 'What is wrong with the text of a policy; empty when nothing is.' })
  @Requires('governance:read')
  validatePolicy(
    @Args('yaml', { type: () => String, description: 'The text of a policy.' }) yaml: string,
  ): readonly TextProblem[] {
    return this.policyTexts.problems(yaml);
  }

  @Mutation(() => PolicyObject, {
    description: 'Keeps a text as the next version of its policy: a draft, not in force. Withdraws what was pending.',
  })
  @Requires('policy:write')
  savePolicy(
    @Args('input', { description: 'The text, and what it changes.' }) input: SavePolicyInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<PolicyRow> {
    return this.policyTexts.save(actor, input);
  }

  @Mutation(() => PolicyObject, {
    description: 'Proposes the latest draft. To enforce, or to change what is enforced, takes a second person.',
  })
  @Requires('policy:write')
  submitPolicy(
    @Args('name', NAME) name: string,
    @Args('version', { type: () => Int, description: 'The latest version.' }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<PolicyRow> {
    return this.approvals.submit(actor, name, version);
  }

  @Mutation(() => PolicyObject, { description: 'Approves or rejects what another person submitted. Never by token.' })
  @Requires('policy:decide')
  decidePolicy(
    @Args('input', { description: 'The decision.' }) input: DecidePolicyInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<PolicyRow> {
    return this.approvals.decide(actor, input);
  }

  @Mutation(() => PolicyObject, { description: 'Takes a policy out of force that is not enforced. Its versions stay.' })
  @Requires('policy:decide')
  retirePolicy(
    @Args('name', NAME) name: string,
    @Args('reason', { type: () => String, description: 'Why, for the audit log.' }) reason: string,
    @CurrentActor() actor: Actor,
  ): Promise<PolicyRow> {
    return this.approvals.retire(actor, name, reason);
  }

  @ResolveField(() => ActorObject, { description: 'Who wrote the shown version.' })
  author(@Parent() policy: PolicyRow): ActorRef | null {
    return actorOf(policy.author);
  }

  @ResolveField(() => PolicyVersionConnectionObject, { description: 'All its texts, latest first.' })
  versions(
    @Parent() policy: PolicyRow,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', AFTER) after: string | null,
  ): Promise<PageOf<VersionRow>> {
    return this.policyTexts.versions(policy, first, after);
  }
}
