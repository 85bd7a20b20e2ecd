import { Args, GraphQLISODateTime, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { Direction } from '../domain/omission';
import type { LineageEdge, LineageGraph, NeighbourPage } from '../lineage-graph';
import { LineageService } from '../lineage.service';
import { NeighbourService } from '../neighbour.service';
import { DirectionEnum } from './enums';
import { LineageEdgeObject, LineageGraphObject, NeighbourConnectionObject } from './lineage.object';

@Resolver(() => LineageGraphObject)
export class LineageResolver {
  constructor(
    private readonly engine: LineageService,
    private readonly neighbourhood: NeighbourService,
  ) {}

  @Query(() => LineageGraphObject, {
    description: 'What feeds an asset and what it feeds: each asset once, at its shortest distance, edges among them.',
  })
  @Requires('lineage:read')
  lineage(
    @Args('assetId', { type: () => ID, description: 'The asset to start from.' }) assetId: string,
    @Args('direction', {
      type: () => DirectionEnum,
      defaultValue: 'BOTH',
      description: 'BOTH is upstream and downstream of the asset, never a zigzag.',
    })
    direction: Direction,
    @Args('depth', { type: () => Int, defaultValue: 3, description: 'Greatest distance; 0 to 25.' }) depth: number,
    @Args('at', {
      type: () => GraphQLISODateTime,
      nullable: true,
      description: 'As it was at a moment; absent for today.',
    })
    at: Date | null,
    @Args('maxNodes', {
      type: () => Int,
      defaultValue: 500,
      description: 'Assets in the answer, the root included; 1 to 5,000.',
    })
    maxNodes: number,
    @Args('fanOut', {
      type: () => Int,
      nullable: true,
      description: 'Neighbours followed of one asset, 1 to 1,000; absent for all.',
    })
    fanOut: number | null,
  ): Promise<LineageGraph> {
    return this.engine.answer(assetId, { direction, depth, at: at ?? null, maxNodes, fanOut: fanOut ?? null });
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'All assets that feed the root, however far, shown or not; null for a moment in the past.',
  })
  reachableUpstream(@Parent() graph: LineageGraph): Promise<number | null> {
    return this.engine.countReach(graph, 'UPSTREAM');
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'All assets that the root feeds, however far, shown or not; null for a moment in the past.',
  })
  reachableDownstream(@Parent() graph: LineageGraph): Promise<number | null> {
    return this.engine.countReach(graph, 'DOWNSTREAM');
  }

  @Query(() => [LineageEdgeObject], {
    description: 'Every edge among some assets: what connects the nodes of several answers.',
  })
  @Requires('lineage:read')
  edgesAmong(
    @Args('assetIds', { type: () => [ID], description: 'At most 1,000; unknown ones are left out.' })
    assetIds: string[],
    @Args('at', {
      type: () => GraphQLISODateTime,
      nullable: true,
      description: 'As it was at a moment; absent for today.',
    })
    at: Date | null,
  ): Promise<LineageEdge[]> {
    return this.engine.edgesAmong(assetIds, at ?? null);
  }

  @Query(() => NeighbourConnectionObject, {
    description: 'The direct neighbours of an asset on one side, page by page, however many there are.',
  })
  @Requires('lineage:read')
  neighbours(
    @Args('assetId', { type: () => ID, description: 'The asset whose neighbours are wanted.' }) assetId: string,
    @Args('direction', { type: () => DirectionEnum, description: 'UPSTREAM, DOWNSTREAM, or BOTH for either side.' })
    direction: Direction,
    @Args('text', {
      type: () => String,
      defaultValue: '',
      description: 'Part of the name, whatever the case; empty for all.',
    })
    text: string,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<NeighbourPage> {
    return this.neighbourhood.list(assetId, { direction, text, first, after: after ?? null });
  }
}
