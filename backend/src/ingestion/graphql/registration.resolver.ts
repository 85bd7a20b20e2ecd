import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { AssetObject, type Asset } from '../../catalog';
import { CurationService } from '../curation.service';
import { RegistrationService, type LineageRecord } from '../registration.service';
import { LineageRecordObject } from './lineage-record.object';
import {
  ClassifyInputObject,
  CurateAssetInputObject,
  RecordLineageInputObject,
  RegisterAssetInputObject,
} from './registration.inputs';

@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly registration: RegistrationService,
    private readonly curation: CurationService,
  ) {}

  @Mutation(() => AssetObject, {
    description: 'Describes an asset, new or known under any spelling. The same twice changes nothing.',
  })
  @Requires('catalog:write')
  registerAsset(@Args('input') input: RegisterAssetInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.registration.registerAsset(input, actor);
  }

  @Mutation(() => LineageRecordObject, {
    description: 'Says what feeds an asset; replaces what you said of it before, never what others say.',
  })
  @Requires('lineage:write')
  recordLineage(@Args('input') input: RecordLineageInputObject, @CurrentActor() actor: Actor): Promise<LineageRecord> {
    return this.registration.recordLineage(input, actor);
  }

  @Mutation(() => AssetObject, {
    description: 'Says how sensitive an asset or column is. The strictest of all sources is what counts.',
  })
  @Requires('catalog:classify')
  classify(@Args('input') input: ClassifyInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.curation.classify(input, actor);
  }

  @Mutation(() => AssetObject, {
    description: 'Sets description, owner and tags by hand: a person is believed before any document.',
  })
  @Requires('catalog:write')
  curateAsset(@Args('input') input: CurateAssetInputObject, @CurrentActor() actor: Actor): Promise<Asset> {
    return this.curation.curateAsset(input, actor);
  }
}
