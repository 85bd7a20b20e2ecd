import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { Change } from '../domain/change-effect';
import type { ImpactPage } from '../impact';
import { ImpactService } from '../impact.service';
import { ChangeEnum, ImpactConnectionObject, ImpactFilterInput } from './impact.object';

@Resolver(() => ImpactConnectionObject)
export class ImpactResolver {
  constructor(private readonly impacts: ImpactService) {}

  @Query(() => ImpactConnectionObject, {
    description:
      'What a change would break: the complete downstream list, independent of depth and of what is drawn, nearest first.',
  })
  @Requires('lineage:read')
  impact(
    @Args('assetId', { type: () => ID, description: 'The asset to change.' }) assetId: string,
    @Args('column', { type: () => String, nullable: true, description: 'Its column; absent for the whole asset.' })
    column: string | null,
    @Args('change', { type: () => ChangeEnum, defaultValue: 'DROP', description: 'What is to be done to it.' })
    change: Change,
    @Args('filter', { type: () => ImpactFilterInput, nullable: true, description: 'Absent: everything.' })
    filter: ImpactFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<ImpactPage> {
    const wanted = { classes: some(filter?.classes), types: some(filter?.types), owners: some(filter?.owners) };
    return this.impacts.answer({ assetId, column: column ?? null, change, filter: wanted }, first, after ?? null);
  }
}

function some<Value>(values: readonly Value[] | null | undefined): readonly Value[] | null {
  return values && values.length > 0 ? values : null;
}
