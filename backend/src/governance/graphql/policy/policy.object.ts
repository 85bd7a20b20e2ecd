import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PolicyMode, Severity } from '../../domain/policy/policy';
import type { PageOf } from '../../policy/policy.service';
import type { PolicyRow, PolicyState, VersionRow, VersionStatus } from '../../domain/policy/policy-record';

/** For `@Field(() => PolicyStateEnum)`. */
export const PolicyStateEnum = { ACTIVE: 'ACTIVE', PROPOSED: 'PROPOSED', DRAFT: 'DRAFT', RETIRED: 'RETIRED' } as const;
registerEnumType(PolicyStateEnum, {
  name: 'PolicyState',
  description: 'Where a policy is in its life.',
  valuesMap: {
    ACTIVE: { description: 'A version is in force.' },
    PROPOSED: { description: 'The latest version waits for a decision; an earlier one may be in force.' },
    DRAFT: { description: 'No version was ever in force.' },
    RETIRED: { description: 'Taken out of force.' },
  },
});

/** For `@Field(() => PolicyVersionStatusEnum)`. */
export const PolicyVersionStatusEnum = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
registerEnumType(PolicyVersionStatusEnum, {
  name: 'PolicyVersionStatus',
  description:
    'Where a version of a policy is in its life. An edit makes a new version and withdraws what was pending.',
});

/** Actors are resolved beside it. */
@ObjectType('PolicyVersion', { description: 'One text of a policy. It is never changed.' })
export class PolicyVersionObject implements VersionRow {
  readonly author!: string;
  readonly submittedBy!: string | null;
  readonly decidedBy!: string | null;

  @Field(() => Int, { description: 'From 1.' })
  readonly version!: number;

  @Field(() => String, { description: 'The text.' })
  readonly yaml!: string;

  @Field(() => String, { description: 'SHA-256 of the text in hexadecimal: what an approval is of.' })
  readonly hash!: string;

  @Field(() => String, { description: 'For people to read.' })
  readonly title!: string;

  @Field(() => String, { description: 'enforce, warn, audit or disabled.' })
  readonly mode!: PolicyMode;

  @Field(() => String, { description: 'error, warning or info.' })
  readonly severity!: Severity;

  @Field(() => String, { nullable: true, description: 'Why this version, by its author.' })
  readonly comment!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was saved.' })
  readonly createdAt!: Date;

  @Field(() => PolicyVersionStatusEnum, { description: 'Where it is in its life.' })
  readonly status!: VersionStatus;

  @Field(() => Boolean, { description: 'Whether this is the version in force.' })
  readonly isActive!: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was proposed.' })
  readonly submittedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was approved or rejected.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the one who decided gave as reason.' })
  readonly decisionReason!: string | null;
}

@ObjectType('PolicyVersionConnection', { description: 'A page of versions.' })
export class PolicyVersionConnectionObject implements PageOf<VersionRow> {
  @Field(() => Int, { description: 'Versions in all.' })
  readonly total!: number;

  @Field(() => [PolicyVersionObject], { description: 'Latest first.' })
  readonly nodes!: readonly VersionRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

/** Versions and the author are resolved beside it. */
@ObjectType('Policy', {
  description: 'What must hold of which assets, written as YAML. Shown is the version in force, or the latest one.',
})
export class PolicyObject implements PolicyRow {
  readonly id!: string;
  readonly author!: string;
  readonly latestStatus!: VersionStatus;

  @Field(() => String, { description: 'Unique.' })
  readonly name!: string;

  @Field(() => String, { description: 'For people to read.' })
  readonly title!: string;

  @Field(() => PolicyStateEnum, { description: 'Where it is in its life.' })
  readonly state!: PolicyState;

  @Field(() => String, { description: 'enforce, warn, audit or disabled.' })
  readonly mode!: PolicyMode;

  @Field(() => String, { description: 'error, warning or info.' })
  readonly severity!: Severity;

  @Field(() => Int, { description: 'Which of several policies speaks when they demand the same; highest first.' })
  readonly priority!: number;

  @Field(() => String, { nullable: true, description: 'Item of the standard that it puts into force: DE-2.3.' })
  readonly standard!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it, as the text says.' })
  readonly owner!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  readonly description!: string | null;

  @Field(() => String, { description: 'The text.' })
  readonly yaml!: string;

  @Field(() => Int, { description: 'Number of the version that is shown.' })
  readonly version!: number;

  @Field(() => Int, { description: 'Number of the latest version; pass it as `basedOn` to save the next.' })
  readonly latestVersion!: number;

  @Field(() => Int, { nullable: true, description: 'Number of the version in force; null: none is.' })
  readonly activeVersion!: number | null;

  @Field(() => Boolean, { description: 'Whether it came with Tributary.' })
  readonly isShipped!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the shown version was saved.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When anything about it last changed.' })
  readonly updatedAt!: Date;

  @Field(() => Int, { description: 'Violations that are open or acknowledged.' })
  readonly openViolations!: number;

  @Field(() => Int, { description: 'Violations that are waived.' })
  readonly waivedViolations!: number;
}

@ObjectType('PolicyConnection', { description: 'A page of policies.' })
export class PolicyConnectionObject implements PageOf<PolicyRow> {
  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => [PolicyObject], { description: 'In order of name.' })
  readonly nodes!: readonly PolicyRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@ObjectType('TextProblem', { description: 'What is wrong in a text, and where.' })
export class TextProblemObject {
  @Field(() => Int, { description: 'From 1.' })
  readonly line!: number;

  @Field(() => Int, { description: 'From 1.' })
  readonly column!: number;

  @Field(() => String, { description: 'spec.require.retention.days; empty for the text as a whole.' })
  readonly path!: string;

  @Field(() => String, { description: 'What is wrong, and what was expected.' })
  readonly message!: string;
}
