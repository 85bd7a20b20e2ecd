import { Args, GraphQLISODateTime, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { LineageChangesPage } from '../lineage-changes';
import { LineageChangesService } from '../lineage-changes.service';
import { LineageChangesPageObject } from './lineage-changes.object';

@Resolver(() => LineageChangesPageObject)
export class LineageChangesResolver {
  constructor(private readonly history: LineageChangesService) {}

  @Query(() => LineageChangesPageObject, {
    description: 'The moments at which edges into or out of some assets, or their columns, changed, latest first.',
  })
  @Requires('lineage:read')
  lineageChanges(
    @Args('assetIds', { type: () => [ID], description: 'At most 1,000; unknown ones are left out.' })
    assetIds: string[],
    @Args('from', { type: () => GraphQLISODateTime, nullable: true, description: 'Only later ones.' })
    from: Date | null,
    @Args('to', { type: () => GraphQLISODateTime, nullable: true, description: 'Only until then; absent for now.' })
    to: Date | null,
    @Args('first', { type: () => Int, defaultValue: 100, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<LineageChangesPage> {
    return this.history.list(assetIds, { from: from ?? null, to: to ?? null, first, after: after ?? null });
  }
}
