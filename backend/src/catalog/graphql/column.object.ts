import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Column } from '../domain/column';

@ObjectType('Column', { description: 'A column or nested field of an asset.' })
export class ColumnObject implements Column {
  readonly internalId!: string;
  readonly assetId!: string;
  readonly classLevel!: number | null;
  readonly classCategories!: readonly string[];
  readonly classSubtypes!: readonly string[];
  readonly classIsDerived!: boolean;
  readonly classIsExact!: boolean;

  @Field(() => String, { description: 'Full path: dots between names, [] for list elements, {} for map values.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'As its source writes it; null when unknown.' })
  readonly type!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null when unknown.' })
  readonly nullable!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What it holds, in words.' })
  readonly description!: string | null;

  @Field(() => [String], { description: 'In alphabetical order; empty when there are none.' })
  readonly tags!: readonly string[];

  @Field(() => Int, { description: 'Place in the asset, from 1.' })
  readonly ordinal!: number;

  @Field(() => Boolean, { description: 'Part of the primary key, as far as known.' })
  readonly isPrimaryKey!: boolean;

  @Field(() => Boolean, { description: 'False when known only because column lineage mentions it.' })
  readonly isDeclared!: boolean;
}
