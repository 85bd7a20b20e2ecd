import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../../catalog';
import type { BlockInput, EdgeInput, PropagationBlock } from '../../classification/block.service';

@InputType('PropagationEdgeInput', { description: 'A column edge, and why it is changed.' })
export class PropagationEdgeInputObject implements EdgeInput {
  @Field(() => ID, { description: 'The asset that is fed.' })
  readonly assetId!: string;

  @Field(() => String, { description: 'Its column.' })
  readonly column!: string;

  @Field(() => ID, { description: 'The asset that feeds it.' })
  readonly parentAssetId!: string;

  @Field(() => String, { description: 'Column of that asset.' })
  readonly parentColumn!: string;

  @Field(() => String, { description: 'Why; for the audit log.' })
  readonly reason!: string;
}

@InputType('BlockPropagationInput', { description: 'A column edge, and what it is closed to.' })
export class BlockPropagationInputObject extends PropagationEdgeInputObject implements BlockInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Categories that do not cross it; absent or empty: nothing does.',
  })
  readonly categories?: readonly string[] | null;
}

@ObjectType('PropagationBlock', { description: 'A column edge that classifications do not, or not all, cross.' })
export class PropagationBlockObject implements PropagationBlock {
  @Field(() => AssetObject, { description: 'The asset that feeds.' })
  readonly parent!: Asset;

  @Field(() => String, { description: 'Column of that asset.' })
  readonly parentColumn!: string;

  @Field(() => String, { description: 'The column that is fed.' })
  readonly column!: string;

  @Field(() => [String], { description: 'What does not cross it; empty: nothing does.' })
  readonly categories!: readonly string[];

  @Field(() => String, { description: 'Why, by the one who closed it.' })
  readonly reason!: string;

  @Field(() => String, { description: 'Who closed it, as in the audit log.' })
  readonly actor!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was closed.' })
  readonly createdAt!: Date;
}
