import { Args, GraphQLISODateTime, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { Direction } from '../domain/omission';
import type { LineageDiff } from '../lineage-diff';
import { LineageDiffService } from '../lineage-diff.service';
import { DirectionEnum } from './enums';
import { LineageDiffObject } from './lineage-diff.object';

@Resolver(() => LineageDiffObject)
export class LineageDiffResolver {
  constructor(private readonly differences: LineageDiffService) {}

  @Query(() => LineageDiffObject, {
    description: 'What came, went and changed in the lineage of an asset between two moments, with what caused it.',
  })
  @Requires('lineage:read')
  lineageDiff(
    @Args('assetId', { type: () => ID, description: 'The asset to start from.' }) assetId: string,
    @Args('from', { type: () => GraphQLISODateTime, description: 'The earlier moment.' }) from: Date,
    @Args('to', { type: () => GraphQLISODateTime, nullable: true, description: 'The later moment; absent for now.' })
    to: Date | null,
    @Args('direction', { type: () => DirectionEnum, defaultValue: 'BOTH', description: 'As in lineage.' })
    direction: Direction,
    @Args('depth', { type: () => Int, defaultValue: 3, description: 'Greatest distance; 0 to 25.' }) depth: number,
    @Args('maxNodes', { type: () => Int, defaultValue: 500, description: 'Assets at each moment; 1 to 5,000.' })
    maxNodes: number,
  ): Promise<LineageDiff> {
    return this.differences.answer(assetId, { from, to: to ?? null, direction, depth, maxNodes });
  }
}
