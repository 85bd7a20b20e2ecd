import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ColumnRefObject } from '../../catalog';
import { SuggestionFilterInput, type PathStep, type SuggestionFilter } from '../../governance';
import type { DecideSuggestionsInput, DecisionReport, SuggestionDecision } from '../suggestion-decision.service';

/** For `@Field(() => SuggestionDecisionEnum)`. */
export const SuggestionDecisionEnum = { CONFIRM: 'CONFIRM', REJECT: 'REJECT', REOPEN: 'REOPEN' } as const;
registerEnumType(SuggestionDecisionEnum, {
  name: 'SuggestionDecision',
  description: 'What becomes of a suggestion.',
  valuesMap: {
    CONFIRM: { description: 'It is so: it counts, and follows lineage.' },
    REJECT: { description: 'It is not so: never suggested again for the same reason.' },
    REOPEN: { description: 'Undecided again; a confirmed one no longer counts.' },
  },
});

@InputType('DecideSuggestionsInput', { description: 'Suggestions by ids, group, filter, or all of these at once.' })
export class DecideSuggestionsInputObject implements DecideSuggestionsInput {
  @Field(() => [ID], { nullable: true, description: 'At most 10,000.' })
  readonly ids?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'As in ClassificationSuggestionGroup.id.' })
  readonly group?: string | null;

  @Field(() => SuggestionFilterInput, { nullable: true, description: 'Open ones only, unless it names a status.' })
  readonly filter?: SuggestionFilter | null;

  @Field(() => SuggestionDecisionEnum, { description: 'What becomes of them.' })
  readonly decision!: SuggestionDecision;

  @Field(() => String, { nullable: true, description: 'Why; kept with each and in the audit log.' })
  readonly reason?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'true: only say what it would do.' })
  readonly dryRun!: boolean;
}

@ObjectType('SuggestionDecisionReport', { description: 'What a decision did, or would do.' })
export class DecisionReportObject implements DecisionReport {
  @Field(() => Int, { description: 'Suggestions that fit and are not so decided yet.' })
  readonly matched!: number;

  @Field(() => Int, { description: 'Those that it changed.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Still to be decided: call again.' })
  readonly left!: number;

  @Field(() => Int, { description: 'Assets that they are about.' })
  readonly assets!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'With dryRun: columns further down that would be marked; null when it is too large to tell.',
  })
  readonly downstreamColumns!: number | null;

  @Field(() => [ColumnRefObject], { description: 'With dryRun: up to 50 of these columns.' })
  readonly marked!: readonly PathStep[];
}
