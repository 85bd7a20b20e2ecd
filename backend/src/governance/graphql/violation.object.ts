import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssetObject, ColumnRefObject, type Asset } from '../../catalog';
import type { ViolationFilter, ViolationStatus } from '../domain/violation-filter';
import type { PathStep, Violation, ViolationPage } from '../violation';

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

  @Field(() => ID, { nullable: true, description: 'Violations of one asset.' })
  readonly assetId?: string | null;
}

@ObjectType('Violation', { description: 'Something that breaks a policy, with the evidence.' })
export class ViolationObject implements Violation {
  @Field(() => ID, { description: 'Stays the same from one evaluation to the next.' })
  readonly id!: string;

  @Field(() => String, { description: 'Name of the policy that is broken.' })
  readonly policy!: string;

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
