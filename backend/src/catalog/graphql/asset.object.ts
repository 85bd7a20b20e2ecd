import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { AssetType } from '../../shared/vocabulary';
import type { Asset, AssetStatus } from '../domain/asset';
import { AssetStatusEnum, AssetTypeEnum } from './enums';

/** Lists and provenance are resolved beside it, in `asset-fields.resolver.ts` and by the other domains. */
@ObjectType('Asset', {
  description: 'Anything the catalog has a page for: table, file, topic, dashboard, metric, job …',
})
export class AssetObject implements Asset {
  readonly internalId!: string;
  readonly classLevel!: number | null;
  readonly classCategories!: readonly string[];
  readonly classIsDerived!: boolean;

  @Field(() => ID, { description: 'Stays the same through renames; an id of a merged asset finds what it became.' })
  readonly id!: string;

  @Field(() => String, { description: 'Where names are unique: postgres://db:5432, s3://bucket, bigquery …' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name, unique in its namespace.' })
  readonly name!: string;

  @Field(() => String, { description: 'Last part of the name.' })
  readonly displayName!: string;

  @Field(() => AssetTypeEnum, { description: 'What kind of thing it is, by the source that knows best.' })
  readonly type!: AssetType;

  @Field(() => AssetStatusEnum, { description: 'Whether a source vouches for it today.' })
  readonly status!: AssetStatus;

  @Field(() => String, { nullable: true, description: 'Why it is a stub or retired; null while active.' })
  readonly statusReason!: string | null;

  @Field(() => String, { description: 'postgres, snowflake, kafka, s3, dbt …: decides how names are folded.' })
  readonly platform!: string;

  @Field(() => String, {
    nullable: true,
    description: 'source, staging, intermediate, mart, bi, ml; null when nobody said.',
  })
  readonly layer!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the bytes are, as its source writes it.' })
  readonly location!: string | null;

  @Field(() => String, { nullable: true, description: 'Person or team that answers for it; null when nobody does.' })
  readonly owner!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in words; may be Markdown.' })
  readonly description!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'At rest; null when unknown.' })
  readonly isEncrypted!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether reading it is logged; null when unknown.' })
  readonly hasAccessLogging!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is stored, as the provider names it; null when unknown.',
  })
  readonly region!: string | null;

  @Field(() => [String], { description: 'In alphabetical order; empty when there are none.' })
  readonly tags!: readonly string[];

  @Field(() => JsonScalar, { description: 'Other known facts by name: materialization, url, version, group …' })
  readonly properties!: Readonly<Record<string, unknown>>;

  @Field(() => Int, { description: 'Columns and nested fields.' })
  readonly columnCount!: number;

  @Field(() => Int, { description: 'Distinct assets that feed it directly.' })
  readonly upstreamCount!: number;

  @Field(() => Int, { description: 'Distinct assets that it feeds directly.' })
  readonly downstreamCount!: number;

  @Field(() => GraphQLISODateTime, { description: 'When the catalog first heard of it.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When what is shown of it last changed.' })
  readonly updatedAt!: Date;
}
