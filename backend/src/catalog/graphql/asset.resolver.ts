import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import { CatalogService } from '../catalog.service';
import type { Asset } from '../domain/asset';
import { AssetObject } from './asset.object';

@Resolver(() => AssetObject)
export class AssetResolver {
  constructor(private readonly catalog: CatalogService) {}

  @Query(() => AssetObject, {
    nullable: true,
    description:
      'One asset; null when there is none or it may not be seen. An id of a merged asset finds what it became.',
  })
  @Requires('catalog:read')
  asset(@Args('id', { type: () => ID, description: 'As in Asset.id.' }) id: string): Promise<Asset | null> {
    return this.catalog.getAsset(id);
  }

  @Query(() => AssetObject, {
    nullable: true,
    description:
      'The asset that a spelling stands for, as any source writes it; null when none, or more than one, fits.',
  })
  @Requires('catalog:read')
  assetByName(
    @Args('namespace', { type: () => String, description: 'postgres://db:5432, s3://bucket, or an alias of one.' })
    namespace: string,
    @Args('name', { type: () => String, description: 'Quoted or not, whole or without its leading parts.' })
    name: string,
  ): Promise<Asset | null> {
    return this.catalog.findAsset(namespace, name);
  }
}
