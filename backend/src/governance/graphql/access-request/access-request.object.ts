import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AccessDecision, AccessFilter, AccessToRequest } from '../../access-request/access-request.service';
import { type AccessRequestRow, type AccessStatus } from '../../domain/access-request/access-request';
import type { PageOf } from '../../policy/policy.service';

/** For `@Field(() => AccessStatusEnum)`. */
export const AccessStatusEnum = {
  REQUESTED: 'REQUESTED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
} as const;
registerEnumType(AccessStatusEnum, { name: 'AccessStatus', description: 'Where an access request is in its life.' });

/** Asset and actors are resolved beside it. */
@ObjectType('AccessRequest', { description: 'Access to what an asset holds, asked for, perhaps granted, for a while.' })
export class AccessRequestObject implements AccessRequestRow {
  readonly assetId!: string;
  readonly requestedBy!: string;
  readonly decidedBy!: string | null;

  @Field(() => ID, { description: 'UUID.' })
  readonly id!: string;

  @Field(() => String, { description: 'What for, by who asked.' })
  readonly purpose!: string;

  @Field(() => String, { description: 'Of asset, purpose and end: what a decision is of.' })
  readonly contentHash!: string;

  @Field(() => AccessStatusEnum, { description: 'Where it is in its life.' })
  readonly status!: AccessStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  readonly requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  readonly expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was granted or refused.' })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the one who decided gave as reason.' })
  readonly decisionReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was withdrawn, revoked or over.' })
  readonly endedAt!: Date | null;
}

@ObjectType('AccessRequestConnection', { description: 'A page of access requests.' })
export class AccessRequestConnectionObject implements PageOf<AccessRequestRow> {
  @Field(() => Int, { description: 'All that fit the filter.' })
  readonly total!: number;

  @Field(() => [AccessRequestObject], { description: 'Latest first.' })
  readonly nodes!: readonly AccessRequestRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@InputType('AccessRequestFilter', { description: 'All of it must hold; absent says nothing.' })
export class AccessRequestFilterInput implements AccessFilter {
  @Field(() => [AccessStatusEnum], { nullable: true, description: 'Stages of life.' })
  readonly status?: readonly AccessStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'About one asset.' })
  readonly assetId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Asked for by you.' })
  readonly isMine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'About what you own; stewards decide on all.' })
  readonly isMineToDecide?: boolean | null;
}

@InputType('RequestAccessInput', { description: 'What you want access to.' })
export class RequestAccessInputObject implements AccessToRequest {
  @Field(() => ID, { description: 'The asset.' })
  readonly assetId!: string;

  @Field(() => String, { description: 'What for: at least 10 characters.' })
  readonly purpose!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it ends: at most 365 days ahead.' })
  readonly expiresAt!: Date;
}

@InputType('DecideAccessInput', { description: 'A decision on access that was asked for.' })
export class DecideAccessInputObject implements AccessDecision {
  @Field(() => ID, { description: 'Of the request.' })
  readonly id!: string;

  @Field(() => String, { description: 'AccessRequest.contentHash of what you looked at.' })
  readonly hash!: string;

  @Field(() => Boolean, { description: 'true: grant; false: refuse.' })
  readonly approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed to refuse.' })
  readonly reason?: string | null;
}
