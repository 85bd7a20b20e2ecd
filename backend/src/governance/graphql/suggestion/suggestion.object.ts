import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../../catalog';
import {
  SUGGESTION_SOURCES,
  SUGGESTION_STATUSES,
  type SuggestionSource,
  type SuggestionStatus,
} from '../../domain/suggestion/suggestion';
import type { SuggestionFilter } from '../../domain/suggestion/suggestion-record';
import type { PageWithTotal, Suggestion, SuggestionGroup } from '../../suggestion/suggestion.service';

const namesOf = <Value extends string>(values: readonly Value[]): { readonly [Key in Value]: Key } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [Key in Value]: Key };

/** For `@Field(() => SuggestionStatusEnum)`. */
export const SuggestionStatusEnum = namesOf(SUGGESTION_STATUSES);
registerEnumType(SuggestionStatusEnum, {
  name: 'SuggestionStatus',
  description: 'Whether somebody decided on it. What is rejected is not suggested again for the same reason.',
});

/** For `@Field(() => SuggestionSourceEnum)`. */
export const SuggestionSourceEnum = namesOf(SUGGESTION_SOURCES);
registerEnumType(SuggestionSourceEnum, {
  name: 'SuggestionSource',
  description: 'What made the suggestion.',
  valuesMap: {
    NAME: { description: 'The name of the column.' },
    TYPE: { description: 'Its type.' },
    VALUES: { description: 'Values that a source hands on: their form and check digits.' },
    TAG: { description: "A tag, dbt's or OpenLineage's or anybody's." },
    DBT_META: { description: "The meta of dbt's authors: contains_pii, classification, …" },
    DBT_CLASSIFIER: { description: "dbt's own classifiers." },
    CONTRACT: { description: 'A word of classification in a contract or schema.' },
  },
});

@InputType('SuggestionFilter', { description: 'Each list is an OR; they combine with AND.' })
export class SuggestionFilterInput implements SuggestionFilter {
  @Field(() => [SuggestionStatusEnum], { nullable: true, description: 'Absent: all.' })
  readonly status?: readonly SuggestionStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'What was recognised: `name: email`.' })
  readonly pattern?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'What is proposed: pii.email, PII, RESTRICTED.' })
  readonly proposal?: readonly string[] | null;

  @Field(() => [SuggestionSourceEnum], { nullable: true, description: 'What made them.' })
  readonly source?: readonly SuggestionSource[] | null;

  @Field(() => [String], { nullable: true, description: 'Canonical namespaces of the assets.' })
  readonly namespace?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Suggestions of one asset and its columns.' })
  readonly assetId?: string | null;

  @Field(() => String, { nullable: true, description: 'Path of one column; only with assetId.' })
  readonly column?: string | null;

  @Field(() => Int, { nullable: true, description: 'At least so sure; 1 to 100.' })
  readonly minConfidence?: number | null;
}

/** Actor and level are resolved beside it. */
@ObjectType('ClassificationSuggestion', { description: 'A classification that something hints at.' })
export class SuggestionObject implements Omit<Suggestion, 'level' | 'assetId'> {
  readonly decidedBy!: string | null;

  @Field(() => ID, { description: 'Stays the same as long as the same is suggested.' })
  readonly id!: string;

  @Field(() => AssetObject, { description: 'Where it is.' })
  readonly asset!: Asset;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;

  @Field(() => String, { description: 'What was recognised, the same text for all alike: `name: email`.' })
  readonly pattern!: string;

  @Field(() => SuggestionSourceEnum, { description: 'What made it.' })
  readonly source!: SuggestionSource;

  @Field(() => String, { description: 'What is proposed, in one word: pii.email, PII, RESTRICTED.' })
  readonly proposal!: string;

  @Field(() => String, { description: 'Category that it would give; empty for a level alone.' })
  readonly category!: string;

  @Field(() => String, { description: 'Kind of the category: pii.email; empty for none.' })
  readonly subtype!: string;

  @Field(() => Int, { description: 'How sure it is, 1 to 100.' })
  readonly confidence!: number;

  @Field(() => String, { description: 'Why, for people.' })
  readonly evidence!: string;

  @Field(() => SuggestionStatusEnum, { description: 'Whether somebody decided on it.' })
  readonly status!: SuggestionStatus;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided on.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was given as reason.' })
  readonly decisionReason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was first found.' })
  readonly firstSeen!: Date;
}

/** Level, samples and what it would mark are resolved beside it. */
@ObjectType('ClassificationSuggestionGroup', { description: 'Suggestions recognised alike that propose the same.' })
export class SuggestionGroupObject implements Omit<SuggestionGroup, 'level' | 'selection'> {
  @Field(() => ID, { description: 'Names it to decideSuggestions.' })
  readonly id!: string;

  @Field(() => String, { description: 'What was recognised: `name: email`.' })
  readonly pattern!: string;

  @Field(() => SuggestionSourceEnum, { description: 'What made them.' })
  readonly source!: SuggestionSource;

  @Field(() => String, { description: 'What is proposed, in one word: pii.email, PII, RESTRICTED.' })
  readonly proposal!: string;

  @Field(() => String, { description: 'Category that it would give; empty for a level alone.' })
  readonly category!: string;

  @Field(() => String, { description: 'Kind of the category; empty for none.' })
  readonly subtype!: string;

  @Field(() => Int, { description: 'The surest of them, 1 to 100.' })
  readonly confidence!: number;

  @Field(() => Int, { description: 'Suggestions in it that fit the filter.' })
  readonly suggestions!: number;

  @Field(() => Int, { description: 'Those about columns.' })
  readonly columns!: number;

  @Field(() => Int, { description: 'Assets that they are about.' })
  readonly assets!: number;
}

@ObjectType('ClassificationSuggestionConnection', { description: 'A page of suggestions.' })
export class SuggestionConnectionObject implements PageWithTotal<Suggestion> {
  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => [SuggestionObject], { description: 'Latest first.' })
  readonly nodes!: readonly Suggestion[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@ObjectType('ClassificationSuggestionGroupConnection', { description: 'A page of groups of suggestions.' })
export class SuggestionGroupConnectionObject implements PageWithTotal<SuggestionGroup> {
  @Field(() => Int, { description: 'Groups in all pages.' })
  readonly total!: number;

  @Field(() => [SuggestionGroupObject], { description: 'Largest first.' })
  readonly nodes!: readonly SuggestionGroup[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
