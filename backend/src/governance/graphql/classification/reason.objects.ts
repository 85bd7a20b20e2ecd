import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, ClassificationLevelEnum, ColumnRefObject, type Asset } from '../../../catalog';
import type { ClassificationLevel } from '../../../shared/vocabulary';
import type {
  ClassificationOrigin,
  ClassificationReason,
  ClassificationWord,
} from '../../classification/classification-reason.service';
import type { PathStep } from '../../violation/violation';

@ObjectType('ClassificationWord', { description: 'What one source says of a column.' })
export class ClassificationWordObject implements ClassificationWord {
  @Field(() => String, { description: 'Who says it, for people.' })
  readonly source!: string;

  @Field(() => String, { description: 'person, token, suggestion, dbt, openlineage …' })
  readonly sourceKind!: string;

  @Field(() => ClassificationLevelEnum, { nullable: true, description: 'Null: it names categories alone.' })
  readonly level!: ClassificationLevel | null;

  @Field(() => [String], { description: 'PII, PHI and others.' })
  readonly categories!: readonly string[];

  @Field(() => [String], { description: 'Kinds: pii.email.' })
  readonly subtypes!: readonly string[];

  @Field(() => Boolean, { description: 'It stands instead of what others say and lineage adds.' })
  readonly exact!: boolean;

  @Field(() => String, { nullable: true, description: 'What was given as reason.' })
  readonly reason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was said.' })
  readonly at!: Date;
}

@ObjectType('ClassificationOrigin', { description: 'A classified column from which something follows, and how.' })
export class ClassificationOriginObject implements ClassificationOrigin {
  @Field(() => AssetObject, { description: 'The asset of the classified column.' })
  readonly asset!: Asset;

  @Field(() => String, { description: 'Its path.' })
  readonly column!: string;

  @Field(() => [String], { description: 'Categories that arrive from there; empty behind a mask.' })
  readonly categories!: readonly string[];

  @Field(() => ClassificationLevelEnum, { nullable: true, description: 'Level that arrives, at the most.' })
  readonly level!: ClassificationLevel | null;

  @Field(() => Boolean, { description: 'On the shortest way a hash or token takes the place of the value.' })
  readonly isPseudonymised!: boolean;

  @Field(() => [ColumnRefObject], { description: 'The shortest way, the classified column first.' })
  readonly path!: readonly PathStep[];

  @Field(() => Int, { description: 'Further ways, counted up to 99.' })
  readonly otherPaths!: number;
}

@ObjectType('ClassificationExplanation', { description: 'Everything that the classification of a column rests on.' })
export class ClassificationExplanationObject implements ClassificationReason {
  @Field(() => [ClassificationWordObject], { description: 'Words about the column itself, latest first.' })
  readonly said!: readonly ClassificationWord[];

  @Field(() => [ClassificationOriginObject], { complexity: 50, description: 'Nearest first; at most 100.' })
  readonly origins!: readonly ClassificationOrigin[];

  @Field(() => Boolean, { description: 'false: there is more upstream than could be looked at.' })
  readonly complete!: boolean;
}
