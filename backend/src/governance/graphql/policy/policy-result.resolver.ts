import { Args, GraphQLISODateTime, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../access';
import type { PolicyResult } from '../../domain/policy/finding';
import { ComplianceService } from '../../policy/compliance.service';
import { PolicyPreviewService, type PolicyPreview } from '../../policy/policy-preview.service';
import { PolicyPreviewObject, PolicyResultObject } from './policy-result.object';

/** What policies make of assets: asked for, not stored. */
@Resolver(() => PolicyResultObject)
export class PolicyResultResolver {
  constructor(
    private readonly compliance: ComplianceService,
    private readonly previews: PolicyPreviewService,
  ) {}

  @Query(() => [PolicyResultObject], {
    description: 'Everything that policies in force make of an asset now, what holds and what nobody knows included.',
  })
  @Requires('governance:read')
  policyResults(
    @Args('assetId', { type: () => ID, description: 'The asset.' }) assetId: string,
  ): Promise<readonly PolicyResult[]> {
    return this.compliance.ofAsset(assetId);
  }

  @Query(() => PolicyPreviewObject, {
    description: 'What would change if this text were in force, or what it would have found at a moment in the past.',
  })
  @Requires('policy:write')
  previewPolicy(
    @Args('yaml', { type: () => String, description: 'The text of a policy.' }) yaml: string,
    @Args('at', { type: () => GraphQLISODateTime, nullable: true, description: 'A moment in the past; absent: now.' })
    at: Date | null,
  ): Promise<PolicyPreview> {
    return this.previews.preview(yaml, at ?? null);
  }
}
