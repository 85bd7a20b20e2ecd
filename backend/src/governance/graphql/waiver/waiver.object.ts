import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { WaiverToRequest } from '../../domain/waiver/waiver-rule';
import type { PageOf } from '../../policy/policy.service';
import type { WaiverDecision } from '../../waiver/waiver.service';
import type { WaiverRow, WaiverStatus } from '../../domain/waiver/waiver-record';

/** For `@Field(() => WaiverStatusEnum)`. */
export const WaiverStatusEnum = {
  REQUESTED: 'REQUESTED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
} as const;
registerEnumType(WaiverStatusEnum, { name: 'WaiverStatus', description: 'Where a waiver is in its life.' });

/** Actors and the asset are resolved beside it. */
@ObjectType('Waiver', { description: 'Leave to break a policy for a while. What it does not name is any.' })
export class WaiverObject implements WaiverRow {
  readonly assetId!: string | null;
  readonly requestedBy!: string;
  readonly decidedBy!: string | null;
  readonly endedBy!: string | null;

  @Field(() => ID, { description: 'UUID.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Name of the policy; null: any.' })
  readonly policy!: string | null;

  @Field(() => String, { nullable: true, description: 'encryption, regions …; null: any.' })
  readonly requirement!: string | null;

  @Field(() => String, { nullable: true, description: 'Path of the column; null: any.' })
  readonly column!: string | null;

  @Field(() => String, { description: 'Why, by who asked.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'What must hold meanwhile.' })
  readonly conditions!: string | null;

  @Field(() => String, { description: 'Of scope, reason, conditions and end: what an approval is of.' })
  readonly contentHash!: string;

  @Field(() => WaiverStatusEnum, { description: 'Where it is in its life.' })
  readonly status!: WaiverStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  readonly requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  readonly expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was approved or rejected.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the one who decided gave as reason.' })
  readonly decisionReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was withdrawn, revoked or over.' })
  readonly endedAt!: Date | null;
}

@ObjectType('WaiverConnection', { description: 'A page of waivers.' })
export class WaiverConnectionObject implements PageOf<WaiverRow> {
  @Field(() => Int, { description: 'All that fit the filter.' })
  readonly total!: number;

  @Field(() => [WaiverObject], { description: 'Latest first.' })
  readonly nodes!: readonly WaiverRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@InputType('WaiverFilter', { description: 'All of it must hold; absent says nothing.' })
export class WaiverFilterInput {
  @Field(() => [WaiverStatusEnum], { nullable: true, description: 'Stages of life.' })
  readonly status?: readonly WaiverStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of one asset.' })
  readonly assetId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of one policy.' })
  readonly policy?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those that end within so many days.' })
  readonly endsWithinDays?: number | null;
}

@InputType('RequestWaiverInput', {
  description: 'What you ask leave for: a policy, an asset, or both, and less of them.',
})
export class RequestWaiverInputObject implements WaiverToRequest {
  @Field(() => String, { nullable: true, description: 'Name of the policy; absent: any.' })
  readonly policy?: string | null;

  @Field(() => String, { nullable: true, description: 'encryption, regions …; absent: any.' })
  readonly requirement?: string | null;

  @Field(() => ID, { nullable: true, description: 'The asset; absent: any.' })
  readonly assetId?: string | null;

  @Field(() => String, { nullable: true, description: 'Path of the column; absent: any.' })
  readonly column?: string | null;

  @Field(() => String, { description: 'Why: at least 20 characters.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'What must hold meanwhile.' })
  readonly conditions?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it ends: at most 365 days ahead.' })
  readonly expiresAt!: Date;
}

@InputType('DecideWaiverInput', { description: 'A decision on a waiver that was asked for.' })
export class DecideWaiverInputObject implements WaiverDecision {
  @Field(() => ID, { description: 'Of the waiver.' })
  readonly id!: string;

  @Field(() => String, { description: 'Waiver.contentHash of what you looked at.' })
  readonly hash!: string;

  @Field(() => Boolean, { description: 'true: give leave; false: reject.' })
  readonly approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed to reject.' })
  readonly reason?: string | null;
}
