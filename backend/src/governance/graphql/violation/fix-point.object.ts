import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../../catalog';
import type { FixPoint, FixPoints } from '../../violation/fix-point.service';

@ObjectType('FixPoint', { description: 'A column that, masked where it is made, clears violations.' })
export class FixPointObject implements FixPoint {
  @Field(() => AssetObject, { description: 'The asset that makes it.' })
  readonly asset!: Asset;

  @Field(() => String, { description: 'Path of the column.' })
  readonly column!: string;

  @Field(() => Int, {
    description: 'Violations that would be gone; without a violation asked for, beyond those that earlier ones clear.',
  })
  readonly clears!: number;

  @Field(() => [ID], { description: 'Ids of these violations; at most 100.' })
  readonly violationIds!: readonly string[];
}

@ObjectType('FixPoints', { description: 'Where to mask so that least reaches where it must not.' })
export class FixPointsObject implements FixPoints {
  @Field(() => [FixPointObject], { description: 'What clears most first.' })
  readonly nodes!: readonly FixPoint[];

  @Field(() => Int, { description: 'Violations that were looked at.' })
  readonly violations!: number;

  @Field(() => Boolean, { description: 'false: there are more violations than were looked at.' })
  readonly isComplete!: boolean;
}
