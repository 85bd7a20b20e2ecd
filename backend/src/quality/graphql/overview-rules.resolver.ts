import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { OverviewObject } from '../../catalog';
import { QualityService } from '../quality.service';

@Resolver(() => OverviewObject)
export class OverviewRulesResolver {
  constructor(private readonly quality: QualityService) {}

  @ResolveField(() => Int, { description: 'Rules whose last result is a failure.' })
  failingRules(): Promise<number> {
    return this.quality.countFailing();
  }
}
