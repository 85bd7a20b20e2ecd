import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import type { LineageRecord } from '../registration.service';

@ObjectType('LineageRecord', { description: 'What recording lineage changed in what you say of an asset.' })
export class LineageRecordObject implements LineageRecord {
  @Field(() => AssetObject, { description: 'The asset that is fed.' })
  readonly asset!: Asset;

  @Field(() => [AssetObject], { description: 'The parents as recorded, each once, in the order given.' })
  readonly parents!: readonly Asset[];

  @Field(() => Int, { description: 'Parents you had not named before.' })
  readonly added!: number;

  @Field(() => Int, { description: 'Parents you no longer name.' })
  readonly removed!: number;

  @Field(() => Int, { description: 'Parents you had named already.' })
  readonly unchanged!: number;
}
