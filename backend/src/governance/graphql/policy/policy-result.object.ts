import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../../catalog';
import type { Evidence, PolicyResult, ResultStatus } from '../../domain/policy/finding';
import type { Requirement, Severity } from '../../domain/policy/policy';
import type { PathRef } from '../../domain/policy/subject';
import type { PolicyPreview, PreviewedViolation } from '../../policy/policy-preview.service';
import { EvidenceObject } from '../violation/violation.object';

/** For `@Field(() => PolicyResultStatusEnum)`. */
export const PolicyResultStatusEnum = {
  COMPLIANT: 'COMPLIANT',
  VIOLATION: 'VIOLATION',
  UNKNOWN: 'UNKNOWN',
  WAIVED: 'WAIVED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;
registerEnumType(PolicyResultStatusEnum, {
  name: 'PolicyResultStatus',
  description: 'What a policy makes of a requirement.',
  valuesMap: { UNKNOWN: { description: 'Evidence is missing: neither a pass nor a failure.' } },
});

@ObjectType('PolicyResult', { description: 'What policies make of one requirement on an asset or a column.' })
export class PolicyResultObject implements PolicyResult {
  readonly path!: readonly PathRef[];

  @Field(() => String, { description: 'Name of the policy that speaks.' })
  readonly policy!: string;

  @Field(() => [String], { complexity: 3, description: 'All policies that demand the same here.' })
  readonly policies!: readonly string[];

  @Field(() => String, { description: 'encryption, regions, reaches …' })
  readonly requirement!: Requirement;

  @Field(() => PolicyResultStatusEnum, { description: 'The result.' })
  readonly status!: ResultStatus;

  @Field(() => String, { nullable: true, description: 'One word for programs; null when nothing is wrong.' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong, or not known, with which thing.' })
  readonly message!: string | null;

  @Field(() => String, { description: 'error, warning or info: how bad it would be to break it.' })
  readonly severity!: Severity;

  @Field(() => [EvidenceObject], { complexity: 5, description: 'What it rests on.' })
  readonly evidence!: readonly Evidence[];

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;

  @Field(() => String, { nullable: true, description: 'What the policy says is to be done.' })
  readonly remediation!: string | null;

  @Field(() => ID, { nullable: true, description: 'The waiver that lets it pass.' })
  readonly waiverId!: string | null;
}

@ObjectType('PreviewedViolation', { description: 'A violation that a policy would find, or would no longer find.' })
export class PreviewedViolationObject implements PreviewedViolation {
  @Field(() => AssetObject, { description: 'Where it is.' })
  readonly asset!: Asset;

  @Field(() => PolicyResultObject, { description: 'What is wrong.' })
  readonly result!: PolicyResult;
}

@ObjectType('PreviewOmission', { description: 'Something about the past that is not kept.' })
export class PreviewOmissionObject {
  @Field(() => String, { description: 'classification, tests, reaches …' })
  readonly what!: string;

  @Field(() => String, { description: 'Why it could not be evaluated.' })
  readonly reason!: string;
}

@ObjectType('PolicyPreview', { description: 'What a policy would find. Nothing was written.' })
export class PolicyPreviewObject implements PolicyPreview {
  @Field(() => String, { description: 'Of the policy.' })
  readonly name!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The moment in the past; null: now.' })
  readonly at!: Date | null;

  @Field(() => Int, { description: 'Assets that were looked at.' })
  readonly assetsLookedAt!: number;

  @Field(() => Int, { description: 'Assets that the policy demands something of.' })
  readonly assetsMatched!: number;

  @Field(() => Int, { description: 'Violations that would be new; of the past: all that it would have found.' })
  readonly added!: number;

  @Field(() => Int, { description: 'Violations that would be gone.' })
  readonly cleared!: number;

  @Field(() => Int, { description: 'Violations that are found now and would be.' })
  readonly same!: number;

  @Field(() => Int, { description: 'Results that nobody can tell for lack of evidence.' })
  readonly unknown!: number;

  @Field(() => Int, { description: 'Results that a waiver lets pass.' })
  readonly waived!: number;

  @Field(() => [PreviewedViolationObject], { description: 'At most 50 of the new ones.' })
  readonly addedSamples!: readonly PreviewedViolation[];

  @Field(() => [PreviewedViolationObject], { description: 'At most 50 of those that would be gone.' })
  readonly clearedSamples!: readonly PreviewedViolation[];

  @Field(() => [PreviewedViolationObject], { description: 'At most 50 of those that would stay.' })
  readonly sameSamples!: readonly PreviewedViolation[];

  @Field(() => Boolean, { description: 'False when time ran out before everything was looked at.' })
  readonly complete!: boolean;

  @Field(() => [String], { description: 'Matches nothing, contradicts another policy …' })
  readonly warnings!: readonly string[];

  @Field(() => [PreviewOmissionObject], { description: 'What about the past could not be evaluated, and why.' })
  readonly notEvaluated!: readonly { readonly what: string; readonly reason: string }[];
}
