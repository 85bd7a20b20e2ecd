import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import type { AssetType } from '../../shared/vocabulary';
import type { AssetMoment, ColumnMoment } from '../domain/asset-moment';
import { AssetTypeEnum } from './enums';

@ObjectType('ColumnMoment', { description: 'A column as sources described it at a moment.' })
export class ColumnMomentObject implements ColumnMoment {
  @Field(() => String, { description: 'Full path, as in Column.name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'As its source wrote it; null when unknown then.' })
  readonly type!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null when unknown then.' })
  readonly nullable!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What it held, in words.' })
  readonly description!: string | null;

  @Field(() => [String], { description: 'In alphabetical order.' })
  readonly tags!: readonly string[];
}

@ObjectType('AssetMoment', { description: 'An asset as its sources described it at a moment in the past.' })
export class AssetMomentObject implements AssetMoment {
  @Field(() => GraphQLISODateTime, { description: 'The moment.' })
  readonly at!: Date;

  @Field(() => String, { description: 'How people called it.' })
  readonly displayName!: string;

  @Field(() => AssetTypeEnum, { description: 'What it was.' })
  readonly type!: AssetType;

  @Field(() => String, { nullable: true, description: 'Layer; null when nobody said.' })
  readonly layer!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answered for it; null when nobody did.' })
  readonly owner!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was, in words.' })
  readonly description!: string | null;

  @Field(() => [String], { description: 'In alphabetical order.' })
  readonly tags!: readonly string[];

  @Field(() => [ColumnMomentObject], { description: 'Its columns then, in order; empty when no source listed any.' })
  readonly columns!: readonly ColumnMoment[];

  @Field(() => [String], { description: 'Who spoke of it then, by label.' })
  readonly sources!: readonly string[];
}
