import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../../access';
import { AssetObject, type Asset } from '../../../catalog';
import { BlockService, type PropagationBlock } from '../../classification/block.service';
import { BlockPropagationInputObject, PropagationBlockObject, PropagationEdgeInputObject } from './block.objects';

@Resolver()
export class BlockResolver {
  constructor(private readonly blocks: BlockService) {}

  @Query(() => [PropagationBlockObject], {
    description: 'Edges into an asset that are closed to propagation, latest first.',
  })
  @Requires('governance:read')
  propagationBlocks(
    @Args('assetId', { type: () => ID, description: 'The asset that is fed.' }) assetId: string,
  ): Promise<PropagationBlock[]> {
    return this.blocks.list(assetId);
  }

  @Mutation(() => AssetObject, {
    description: 'Closes a column edge to categories, where lineage says more than is true. Audited.',
  })
  @Requires('catalog:classify')
  blockPropagation(@Args('input') input: BlockPropagationInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.blocks.block(input, actor);
  }

  @Mutation(() => AssetObject, { description: 'Opens a column edge again. Audited.' })
  @Requires('catalog:classify')
  unblockPropagation(@Args('input') input: PropagationEdgeInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.blocks.unblock(input, actor);
  }
}
