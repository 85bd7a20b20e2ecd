import { Field, Int, ObjectType } from '@nestjs/graphql';

import { DeliveryOutcomeEnum } from './delivery.types';

@ObjectType('DeliveryItem', { description: 'What a delivery did with one thing, and why.' })
export class DeliveryItemObject {
  @Field(() => Int, { description: 'Position within the delivery, from 1.' })
  readonly seq!: number;

  @Field(() => DeliveryOutcomeEnum, { description: 'What was done.' })
  readonly outcome!: string;

  @Field({ description: "The source's key of the thing." })
  readonly key!: string;

  @Field({ description: 'Why, in words.' })
  readonly reason!: string;

  /** Internal id; resolved to `asset`. */
  readonly assetId!: string | null;
}
