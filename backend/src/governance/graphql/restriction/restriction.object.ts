import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AccessInquiryRow, InquiryStatus, RestrictionRow } from '../../domain/restriction/restriction';
import type { PageOf } from '../../policy/policy.service';
import type { AccessToInquire } from '../../restriction/access-inquiry.service';
import type { ToRestrict } from '../../restriction/restriction.service';

/** Asset and actor are resolved beside it. */
@ObjectType('Restriction', { description: 'Something only its owner, stewards and those with access may know of.' })
export class RestrictionObject implements RestrictionRow {
  readonly assetId!: string | null;
  readonly restrictedBy!: string;

  @Field(() => ID, { description: 'UUID.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'The namespace, when all of it is restricted.' })
  readonly namespace!: string | null;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  readonly restrictedAt!: Date;

  @Field(() => Int, { description: 'Assets that it covers now.' })
  readonly assetCount!: number;
}

@ObjectType('RestrictionConnection', { description: 'A page of restrictions.' })
export class RestrictionConnectionObject implements PageOf<RestrictionRow> {
  @Field(() => Int, { description: 'All that there are.' })
  readonly total!: number;

  @Field(() => [RestrictionObject], { description: 'Latest first.' })
  readonly nodes!: readonly RestrictionRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@InputType('RestrictInput', { description: 'What to restrict: an asset or a namespace.' })
export class RestrictInputObject implements ToRestrict {
  @Field(() => ID, { nullable: true, description: 'The asset.' })
  readonly assetId?: string | null;

  @Field(() => String, { nullable: true, description: 'The namespace: what is in it, and what comes into it.' })
  readonly namespace?: string | null;

  @Field(() => String, { description: 'Why, for those who see it and the audit log: at least 10 characters.' })
  readonly reason!: string;
}

/** For `@Field(() => InquiryStatusEnum)`. */
export const InquiryStatusEnum = { SENT: 'SENT', GRANTED: 'GRANTED', OVER: 'OVER' } as const;
registerEnumType(InquiryStatusEnum, {
  name: 'AccessInquiryStatus',
  description: 'SENT: to whoever owns it, if there is such an asset. GRANTED: you see it. OVER: its time is over.',
});

@ObjectType('AccessInquiry', {
  description: 'Access asked for by name. It does not say whether there is such an asset.',
})
export class AccessInquiryObject implements AccessInquiryRow {
  @Field(() => ID, { description: 'UUID.' })
  readonly id!: string;

  @Field(() => String, { description: 'Namespace, as asked for.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Name, as asked for.' })
  readonly name!: string;

  @Field(() => String, { description: 'What for.' })
  readonly purpose!: string;

  @Field(() => InquiryStatusEnum, { description: 'What you may know of it.' })
  readonly status!: InquiryStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  readonly requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  readonly expiresAt!: Date;
}

@ObjectType('AccessInquiryConnection', { description: 'A page of inquiries for access.' })
export class AccessInquiryConnectionObject {
  @Field(() => [AccessInquiryObject], { description: 'Latest first.' })
  readonly nodes!: readonly AccessInquiryRow[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@InputType('RequestAccessByNameInput', { description: 'Something you know the name of and do not find.' })
export class RequestAccessByNameInputObject implements AccessToInquire {
  @Field(() => String, { description: 'Namespace: postgres://db:5432.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Name in it, as you know it.' })
  readonly name!: string;

  @Field(() => String, { description: 'What for: at least 10 characters.' })
  readonly purpose!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it ends: at most 365 days ahead.' })
  readonly expiresAt!: Date;
}
