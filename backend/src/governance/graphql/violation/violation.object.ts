import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssetObject, ColumnRefObject, type Asset } from '../../../catalog';
import { JsonScalar } from '../../../shared/graphql/json.scalar';
import type { Evidence } from '../../domain/policy/finding';
import type { ViolationFilter, ViolationStatus } from '../../domain/violation/violation-filter';
import type { PathStep, Violation, ViolationPage } from '../../violation/violation';

/** For `@Field(() => ViolationStatusEnum)`. */
export const ViolationStatusEnum = {
  OPEN: 'OPEN',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  WAIVED: 'WAIVED',
  RESOLVED: 'RESOLVED',
} as const;
registerEnumType(ViolationStatusEnum, { name: 'ViolationStatus', description: 'Where a violation is in its life.' });

@InputType('ViolationFilter', { description: 'Each list is an OR; they combine with AND.' })
export class ViolationFilterInput implements ViolationFilter {
  @Field(() => [ViolationStatusEnum], { nullable: true, description: 'Stages of life.' })
  readonly status?: readonly ViolationStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'error, warning, info.' })
  readonly severity?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of policies.' })
  readonly policy?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Requirements as in policies: encryption, regions, reaches …' })
  readonly requirement?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes: ENCRYPTION_REQUIRED, REACHES_UNMASKED …' })
  readonly code?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Violations of one asset.' })
  readonly assetId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Namespaces of the assets.' })
  readonly namespace?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Owners of the assets; an empty text: nobody.' })
  readonly owner?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Layers of the assets; an empty text: none.' })
  readonly layer?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'People it is assigned to.' })
  readonly assignee?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody is assigned.' })
  readonly isAssigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its due date has passed unresolved.' })
  readonly isOverdue?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'These very ones.' })
  readonly ids?: readonly string[] | null;
}

@ObjectType('PolicyEvidence', { description: 'One fact that a result rests on.' })
export class EvidenceObject implements Evidence {
  @Field(() => String, { description: 'What was looked at: isEncrypted, region, allowedRegions, arrival …' })
  readonly attribute!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What was found; null when nobody says.' })
  readonly value!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Who says so: asset, namespace …, platform default, policy, lineage, system.',
  })
  readonly source!: string | null;

  @Field(() => String, { nullable: true, description: 'Since when, ISO 8601; null when not known.' })
  readonly at!: string | null;
}

@ObjectType('Violation', { description: 'Something that breaks a policy, with the evidence.' })
export class ViolationObject implements Violation {
  readonly internalId!: string;
  readonly assetId!: string;
  readonly assignee!: string | null;

  @Field(() => ID, { description: 'Stays the same from one evaluation to the next.' })
  readonly id!: string;

  @Field(() => String, { description: 'Name of the policy that is broken.' })
  readonly policy!: string;

  @Field(() => [String], { complexity: 3, description: 'All policies that demand the same here, that one among them.' })
  readonly policies!: readonly string[];

  @Field(() => String, { description: 'What is demanded, as in the policy: encryption, regions, reaches …' })
  readonly requirement!: string;

  @Field(() => String, { description: 'Which rule of the policy: one word for programs.' })
  readonly code!: string;

  @Field(() => ViolationStatusEnum, { description: 'Where it is in its life.' })
  readonly status!: ViolationStatus;

  @Field(() => String, { description: 'error, warning or info.' })
  readonly severity!: string;

  @Field(() => AssetObject, { description: 'Where it is.' })
  readonly asset!: Asset;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;

  @Field(() => String, { description: 'What is wrong with which thing, for people.' })
  readonly message!: string;

  @Field(() => [ColumnRefObject], {
    description: 'The lineage path that proves it, source first; empty when it needs none.',
  })
  readonly path!: readonly PathStep[];

  @Field(() => [EvidenceObject], { complexity: 5, description: 'What it rests on: values with who says them.' })
  readonly evidence!: readonly Evidence[];

  @Field(() => GraphQLISODateTime, { description: 'When it was first found.' })
  readonly firstSeen!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When what is shown of it last changed.' })
  readonly lastSeen!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Since when it has its status.' })
  readonly statusAt!: Date;

  @Field(() => Int, { description: 'How often it came back after it was resolved.' })
  readonly reopened!: number;

  @Field(() => String, { nullable: true, description: 'Day by which it should be resolved, as in 2026-12-31.' })
  readonly dueOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The waiver that lets it pass now.' })
  readonly waiverId!: string | null;
}

@ObjectType('ViolationFacet', { description: 'How many of the fitting violations have a value.' })
export class ViolationFacetObject {
  @Field(() => String, { description: 'status, severity, policy, requirement, layer or owner.' })
  readonly field!: string;

  @Field(() => String, { description: 'Empty for none.' })
  readonly value!: string;

  @Field(() => Int, { description: 'Violations.' })
  readonly count!: number;
}

@ObjectType('ViolationConnection', { description: 'A page of violations.' })
export class ViolationConnectionObject implements ViolationPage {
  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => [ViolationObject], { description: 'Latest first.' })
  readonly nodes!: readonly Violation[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
