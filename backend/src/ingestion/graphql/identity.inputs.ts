import { Field, ID, InputType } from '@nestjs/graphql';
import type { MergeAssetsInput, SplitAssetInput } from '../identity.service';

@InputType('MergeAssetsInput', { description: 'Two assets that are one.' })
export class MergeAssetsInputObject implements MergeAssetsInput {
  @Field(() => ID, { description: 'The asset that becomes the other; links to it keep working.' })
  readonly assetId!: string;

  @Field(() => ID, { description: 'The asset whose name stays.' })
  readonly intoAssetId!: string;

  @Field(() => String, { description: 'Why they are one; shown beside every spelling that moves.' })
  readonly reason!: string;
}

@InputType('IdentifierInput', { description: 'A spelling of an asset, as in Asset.identifiers.' })
export class IdentifierInputObject {
  @Field(() => String, { description: 'Namespace of the spelling.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Name in that namespace.' })
  readonly name!: string;
}

@InputType('SplitAssetInput', {
  description: 'Takes the named spellings, and what their sources say, out into an asset of their own; undoes a merge.',
})
export class SplitAssetInputObject implements SplitAssetInput {
  @Field(() => ID, { description: 'The asset that is really two.' })
  readonly assetId!: string;

  @Field(() => [IdentifierInputObject], { description: 'Spellings that mean the other one; not the primary one.' })
  readonly identifiers!: readonly IdentifierInputObject[];

  @Field(() => String, { description: 'Why they are not one.' })
  readonly reason!: string;
}
