import { Field, ID, InputType } from '@nestjs/graphql';
import { AssetTypeEnum, ClassificationLevelEnum } from '../../catalog';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { AssetType, ClassificationLevel } from '../../shared/vocabulary';
import type { CurateAssetInput } from '../curation.service';
import type { ClassifyInput } from '../spoken-classification';
import type { ColumnInput, RegisterAssetInput } from '../spoken-facts';
import type { ColumnEdgeInput, RecordLineageInput } from '../spoken-lineage';

@InputType('ColumnInput', { description: 'A column of an asset.' })
export class ColumnInputObject implements ColumnInput {
  @Field(() => String, { description: 'Full path for nested fields: address.city, items[].sku.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'As the platform writes it.' })
  readonly type?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be null; absent: unknown.' })
  readonly nullable?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What it holds, for people.' })
  readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tags of the column.' })
  readonly tags?: readonly string[] | null;
}

@InputType('RegisterAssetInput', {
  description: 'What you say of an asset. Absent leaves what you said before; null takes it back.',
})
export class RegisterAssetInputObject implements RegisterAssetInput {
  @Field(() => String, {
    description: 'Where names are unique: postgres://db:5432, s3://bucket, or a word of your own.',
  })
  readonly namespace!: string;

  @Field(() => String, { description: 'Full name within the namespace, 1 to 4,096 characters: database.schema.table.' })
  readonly name!: string;

  @Field(() => AssetTypeEnum, { description: 'What kind of thing it is.' })
  readonly type!: AssetType;

  @Field(() => String, { nullable: true, description: 'Address of the thing itself, for people and links.' })
  readonly location?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Columns as { column: type }; instead of columns.' })
  readonly schema?: unknown;

  @Field(() => [ColumnInputObject], { nullable: true, description: 'Columns in order; empty: known to have none.' })
  readonly columns?: readonly ColumnInputObject[] | null;

  @Field(() => String, { nullable: true, description: 'Person or team that answers for it.' })
  readonly owner?: string | null;

  @Field(() => String, { nullable: true, description: 'What it holds and what it is for.' })
  readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tags, each once.' })
  readonly tags?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is encrypted at rest; absent: unknown.' })
  readonly isEncrypted?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether reads of it are logged; absent: unknown.' })
  readonly hasAccessLogging?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Region in which it is stored; absent: unknown.' })
  readonly region?: string | null;
}

@InputType('ColumnEdgeInput', { description: 'A column that is made from a column of a parent.' })
export class ColumnEdgeInputObject implements ColumnEdgeInput {
  @Field(() => String, { description: 'Column of the asset whose lineage is recorded.' })
  readonly column!: string;

  @Field(() => ID, { description: 'One of parentAssetIds.' })
  readonly parentAssetId!: string;

  @Field(() => String, { description: 'Column of that parent.' })
  readonly parentColumn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'DIRECT (default), INDIRECT, or more exactly IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, FILTER …',
  })
  readonly kind?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the value can no longer be read from the result.' })
  readonly masking?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it masks: hash, encrypt, tokenize, generalise, truncate, redact or count. Implies masking.',
  })
  readonly maskingKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an aggregation, its function: count, sum, max …' })
  readonly function?: string | null;
}

@InputType('RecordLineageInput', { description: 'What feeds an asset, as you know it; replaces what you said before.' })
export class RecordLineageInputObject implements RecordLineageInput {
  @Field(() => ID, { description: 'The asset that is fed.' })
  readonly assetId!: string;

  @Field(() => [ID], { description: 'The assets that feed it; none takes all you said back. Not the asset itself.' })
  readonly parentAssetIds!: readonly string[];

  @Field(() => String, { description: 'How it is made, in a few words: daily aggregation.' })
  readonly transformation!: string;

  @Field(() => String, { nullable: true, description: 'The code that makes it.' })
  readonly transformationCode?: string | null;

  @Field(() => [ColumnEdgeInputObject], { nullable: true, description: 'Which columns are made from which.' })
  readonly columns?: readonly ColumnEdgeInputObject[] | null;
}

@InputType('ClassifyInput', {
  description:
    'How sensitive an asset or column is; replaces your own word. Neither level nor categories nor subtypes: takes it back.',
})
export class ClassifyInputObject implements ClassifyInput {
  @Field(() => ID, { description: 'The asset.' })
  readonly assetId!: string;

  @Field(() => String, { nullable: true, description: 'One of its columns; absent: the asset as a whole.' })
  readonly column?: string | null;

  @Field(() => ClassificationLevelEnum, { nullable: true, description: 'The least protection it needs.' })
  readonly level?: ClassificationLevel | null;

  @Field(() => [String], { nullable: true, description: 'PII, PHI or words of your own.' })
  readonly categories?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of a category: pii.email. Each brings its category along.',
  })
  readonly subtypes?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It stands instead of what sources say and lineage adds, also where that is stricter. Needs a reason.',
  })
  readonly exact?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why, for the audit log.' })
  readonly reason?: string | null;
}

@InputType('CurateAssetInput', {
  description: "What a person says about an asset; null takes the person's own word back, absent leaves it.",
})
export class CurateAssetInputObject implements CurateAssetInput {
  @Field(() => ID, { description: 'The asset.' })
  readonly assetId!: string;

  @Field(() => String, { nullable: true, description: 'What it holds and what it is for.' })
  readonly description?: string | null;

  @Field(() => String, { nullable: true, description: 'Person or team that answers for it; not with column.' })
  readonly owner?: string | null;

  @Field(() => [String], { nullable: true, description: "All its tags: they stand instead of every source's." })
  readonly tags?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'One of its columns; absent: the asset as a whole.' })
  readonly column?: string | null;
}
