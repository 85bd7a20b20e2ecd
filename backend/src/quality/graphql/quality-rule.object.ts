import { Field, Float, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { QualityResult, QualityRule, QualityStatus } from '../domain/quality-rule';

/** For `@Field(() => QualityStatusEnum)`. */
export const QualityStatusEnum = { PASSED: 'PASSED', FAILED: 'FAILED', ERROR: 'ERROR', SKIPPED: 'SKIPPED' } as const;
registerEnumType(QualityStatusEnum, { name: 'QualityStatus', description: 'How a run of a rule ended.' });

@ObjectType('QualityResult', { description: 'What running a rule gave.' })
export class QualityResultObject implements QualityResult {
  @Field(() => QualityStatusEnum, { description: 'ERROR: the rule itself could not be run.' })
  readonly status!: QualityStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it ran.' })
  readonly executedAt!: Date;

  @Field(() => Float, { nullable: true, description: 'Records that break the rule; null when not counted.' })
  readonly failedRecords!: number | null;

  @Field(() => Float, { nullable: true, description: 'Records looked at; null when not counted.' })
  readonly totalRecords!: number | null;

  @Field(() => String, { nullable: true, description: 'What the runner said.' })
  readonly message!: string | null;
}

@ObjectType('QualityRule', { description: 'A check that a source declares on an asset.' })
export class QualityRuleObject implements QualityRule {
  @Field(() => ID, { description: 'Stays the same while the source declares it.' })
  readonly id!: string;

  @Field(() => String, { description: 'As its source names it.' })
  readonly name!: string;

  @Field(() => String, { description: 'not_null, unique, accepted_values, relationships, custom_sql …' })
  readonly type!: string;

  @Field(() => String, { description: 'error, warning or info.' })
  readonly severity!: string;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the rule is there.' })
  readonly description!: string | null;

  @Field(() => JsonScalar, { description: 'As its source gives them: { values: [...] }.' })
  readonly parameters!: Readonly<Record<string, unknown>>;

  @Field(() => QualityResultObject, { nullable: true, description: 'Null when it never ran, as far as known.' })
  readonly lastResult!: QualityResult | null;
}
