import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../access';
import { FixPointService, type FixPoints } from '../../violation/fix-point.service';
import { FixPointsObject } from './fix-point.object';

@Resolver()
export class FixPointResolver {
  constructor(private readonly places: FixPointService) {}

  @Query(() => FixPointsObject, {
    description: 'The fewest columns upstream whose masking clears the most of what arrives unmasked.',
  })
  @Requires('governance:read')
  fixPoints(
    @Args('policy', { type: () => String, nullable: true, description: 'Violations of this policy alone.' })
    policy: string | null,
    @Args('violation', {
      type: () => ID,
      nullable: true,
      description: 'Only places that clear this one, each with all that it clears.',
    })
    violation: string | null,
    @Args('first', { type: () => Int, defaultValue: 10, description: '1 to 100.' }) first: number,
  ): Promise<FixPoints> {
    return this.places.list({ policy: policy ?? null, violation: violation ?? null }, first);
  }
}
