import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import type { QualityRule } from '../domain/quality-rule';
import { QualityService } from '../quality.service';
import { QualityRuleObject } from './quality-rule.object';

@Resolver(() => AssetObject)
export class AssetRulesResolver {
  private readonly rulesOf = perRequest((ids) => this.quality.rules(ids), [] as readonly QualityRule[]);

  constructor(private readonly quality: QualityService) {}

  @ResolveField(() => [QualityRuleObject], {
    description: 'Checks on it: those of the whole asset first, then by column.',
  })
  rules(@Parent() asset: Asset, @Context() context: object): Promise<readonly QualityRule[]> {
    return this.rulesOf(context).load(asset.internalId);
  }
}
