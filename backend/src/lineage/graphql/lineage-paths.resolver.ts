import { Args, GraphQLISODateTime, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { LineagePaths } from '../lineage-paths';
import { PathService } from '../path.service';
import { LineagePathsObject } from './lineage-paths.object';

@Resolver(() => LineagePathsObject)
export class LineagePathsResolver {
  constructor(private readonly ways: PathService) {}

  @Query(() => LineagePathsObject, {
    description: 'The shortest ways by which one asset feeds another, with transformations and masking points.',
  })
  @Requires('lineage:read')
  paths(
    @Args('fromId', { type: () => ID, description: 'The asset that feeds.' }) fromId: string,
    @Args('toId', { type: () => ID, description: 'The asset that is fed in the end.' }) toId: string,
    @Args('first', { type: () => Int, defaultValue: 3, description: 'Ways wanted, shortest first; 1 to 10.' })
    first: number,
    @Args('maxLength', { type: () => Int, defaultValue: 10, description: 'Edges of the longest way wanted; 1 to 25.' })
    maxLength: number,
    @Args('at', {
      type: () => GraphQLISODateTime,
      nullable: true,
      description: 'As it was at a moment; absent for today.',
    })
    at: Date | null,
  ): Promise<LineagePaths> {
    return this.ways.find({ fromId, toId, first, maxLength, at: at ?? null });
  }
}
