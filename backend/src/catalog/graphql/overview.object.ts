import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Asset } from '../domain/asset';
import type { FacetValue } from '../domain/search';
import type { Overview } from '../domain/overview';
import { AssetObject } from './asset.object';
import { FacetValueObject } from './search.object';

/** Ledger and deliveries are resolved by ingestion, rules that fail by quality. */
@ObjectType('Overview', { description: 'The catalog at a glance; retired assets are left out everywhere.' })
export class OverviewObject implements Overview {
  @Field(() => Int, { description: 'Assets, stubs included.' })
  readonly assetCount!: number;

  @Field(() => Int, { description: 'Columns and nested fields.' })
  readonly columnCount!: number;

  @Field(() => Int, { description: 'Distinct pairs of assets where one feeds the other.' })
  readonly edgeCount!: number;

  @Field(() => Int, { description: 'Assets that others mention and nobody describes.' })
  readonly stubCount!: number;

  @Field(() => Int, { description: 'Active assets without an owner.' })
  readonly unownedCount!: number;

  @Field(() => Int, { description: 'Active assets without a description.' })
  readonly undescribedCount!: number;

  @Field(() => [FacetValueObject], { description: 'Assets by type, most frequent first.' })
  readonly byType!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Assets by platform, most frequent first.' })
  readonly byPlatform!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Assets by layer, most frequent first; "none" for no layer.' })
  readonly byLayer!: readonly FacetValue[];

  @Field(() => [AssetObject], { description: 'Latest change first, at most 10.' })
  readonly recentlyChanged!: readonly Asset[];

  @Field(() => [AssetObject], { description: 'Most direct consumers first, at most 10.' })
  readonly mostUsed!: readonly Asset[];
}
