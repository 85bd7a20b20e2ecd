import { Args, GraphQLISODateTime, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import { ColumnLineageService } from '../column-lineage.service';
import type { Direction } from '../domain/omission';
import type { ColumnLineageGraph } from '../lineage-graph';
import type { EdgeKind } from '../../shared/vocabulary';
import { ColumnLineageGraphObject } from './column-lineage.object';
import { DirectionEnum, EdgeKindEnum } from './enums';

@Resolver(() => ColumnLineageGraphObject)
export class ColumnLineageResolver {
  constructor(private readonly engine: ColumnLineageService) {}

  @Query(() => ColumnLineageGraphObject, {
    description:
      'What feeds a column and what it feeds. Where only whole assets are known to be connected the walk goes on over those, in `assets`, and `omitted` says so.',
  })
  @Requires('lineage:read')
  columnLineage(
    @Args('assetId', { type: () => ID, description: 'The asset that has the column.' }) assetId: string,
    @Args('column', { type: () => String, description: 'Full path of the column, as in Column.name.' }) column: string,
    @Args('direction', {
      type: () => DirectionEnum,
      defaultValue: 'BOTH',
      description: 'BOTH is upstream and downstream of the column, never a zigzag.',
    })
    direction: Direction,
    @Args('depth', { type: () => Int, defaultValue: 3, description: 'Greatest distance; 0 to 25.' }) depth: number,
    @Args('at', {
      type: () => GraphQLISODateTime,
      nullable: true,
      description: 'As it was at a moment; absent for today.',
    })
    at: Date | null,
    @Args('kind', {
      type: () => EdgeKindEnum,
      nullable: true,
      description: 'Only along edges of this kind; absent for both.',
    })
    kind: EdgeKind | null,
  ): Promise<ColumnLineageGraph> {
    return this.engine.answer(assetId, column, { direction, depth, at: at ?? null, kind: kind ?? null });
  }
}
