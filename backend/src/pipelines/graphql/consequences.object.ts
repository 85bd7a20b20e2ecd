import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import type { MissedWrite, StaleAsset, StalePage } from '../consequences';

@ObjectType('MissedWrite', { description: 'What a run that failed should have written and has not.' })
export class MissedWriteObject implements Omit<MissedWrite, 'assetId' | 'lastRunId'> {
  @Field(() => String, { description: 'Canonical namespace.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name.' })
  readonly name!: string;

  @Field(() => Boolean, { description: 'A later run has written it since.' })
  readonly isRecovered!: boolean;
}

@ObjectType('StaleAsset', { description: 'An asset that is fed by what was not written.' })
export class StaleAssetObject implements StaleAsset {
  @Field(() => AssetObject, { description: 'The asset.' })
  readonly asset!: Asset;

  @Field(() => Int, { description: 'Edges on the shortest way from something that was not written.' })
  readonly hops!: number;
}

@ObjectType('StaleAssetConnection', { description: 'A page of stale assets.' })
export class StaleAssetConnectionObject implements StalePage {
  @Field(() => Int, { description: 'All of them, not only this page.' })
  readonly total!: number;

  @Field(() => [StaleAssetObject], { description: 'Nearest first.' })
  readonly nodes!: readonly StaleAsset[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
