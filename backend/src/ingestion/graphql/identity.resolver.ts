import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { AssetObject, type Asset } from '../../catalog';
import { IdentityService } from '../identity.service';
import { MergeAssetsInputObject, SplitAssetInputObject } from './identity.inputs';

@Resolver()
export class IdentityResolver {
  constructor(private readonly identity: IdentityService) {}

  @Mutation(() => AssetObject, { description: 'Makes one asset of two, and gives it. Audited; splitAsset undoes it.' })
  @Requires('catalog:merge')
  mergeAssets(@Args('input') input: MergeAssetsInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.identity.mergeAssets(input, actor);
  }

  @Mutation(() => AssetObject, { description: 'Makes two assets of one, and gives the one taken out. Audited.' })
  @Requires('catalog:merge')
  splitAsset(@Args('input') input: SplitAssetInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.identity.splitAsset(input, actor);
  }
}
