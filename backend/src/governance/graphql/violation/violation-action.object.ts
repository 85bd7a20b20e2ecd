import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../../shared/graphql/json.scalar';
import type { ViolationFilter } from '../../domain/violation/violation-filter';
import type { ViolationAct } from '../../violation/violation-action.service';
import { ViolationFilterInput } from './violation.object';
import type { ActionCounts, ViolationAction, ViolationEventRow } from '../../domain/violation/violation-record';

/** For `@Field(() => ViolationActionEnum)`. */
export const ViolationActionEnum = {
  ACKNOWLEDGE: 'ACKNOWLEDGE',
  REOPEN: 'REOPEN',
  ASSIGN: 'ASSIGN',
  DUE: 'DUE',
  COMMENT: 'COMMENT',
} as const;
registerEnumType(ViolationActionEnum, {
  name: 'ViolationAction',
  description: 'What people do about a violation. It resolves by itself once it is mended.',
});

@InputType('ActOnViolationsInput', { description: 'One thing to do to every violation that fits.' })
export class ActOnViolationsInputObject implements ViolationAct {
  @Field(() => ViolationFilterInput, { description: 'Which ones; it must say something.' })
  readonly filter!: ViolationFilter;

  @Field(() => ViolationActionEnum, { description: 'What to do.' })
  readonly action!: ViolationAction;

  @Field(() => ID, { nullable: true, description: 'For ASSIGN: a person; absent: nobody.' })
  readonly assignee?: string | null;

  @Field(() => String, { nullable: true, description: 'For DUE: a day such as 2026-12-31; absent: none.' })
  readonly dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed for COMMENT; a reason for the others.' })
  readonly text?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'true: only say what it would do.' })
  readonly dryRun!: boolean;
}

@ObjectType('ViolationActionReport', { description: 'What an act did, or would do.' })
export class ViolationActionReportObject implements ActionCounts {
  @Field(() => Int, { description: 'Violations that fit.' })
  readonly matched!: number;

  @Field(() => Int, { description: 'Those that it changes.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Those that you may not act on: a contributor acts on their own alone.' })
  readonly refused!: number;
}

/** The actor is resolved beside it. */
@ObjectType('ViolationEvent', { description: 'Something that happened to a violation.' })
export class ViolationEventObject implements ViolationEventRow {
  readonly actor!: string;

  @Field(() => ID, { description: 'A whole number that grows.' })
  readonly id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, { description: 'REOPENED, RESOLVED, ACKNOWLEDGED, WAIVED, ASSIGNED, COMMENTED …' })
  readonly kind!: string;

  @Field(() => JsonScalar, { description: '{ text, assignee, dueOn } as far as it says.' })
  readonly detail!: Readonly<Record<string, unknown>>;
}

@ObjectType('ViolationEventPage', { description: 'A page of what happened to a violation.' })
export class ViolationEventPageObject {
  @Field(() => [ViolationEventObject], { description: 'Latest first.' })
  readonly nodes!: readonly ViolationEventRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
