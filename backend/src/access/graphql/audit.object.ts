import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { AuditEntry, AuditFilter, AuditProblem, AuditVerification } from '../domain/audit-entry';
import type { Page } from '../domain/page';

@ObjectType('AuditEntry', { description: 'One deed. Entries are only ever added.' })
export class AuditEntryObject implements AuditEntry {
  @Field(() => ID, { description: 'A whole number that grows.' })
  readonly id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was done.' })
  readonly at!: Date;

  @Field(() => String, { description: '`person:<id>`, `token:<id>` or `system`.' })
  readonly actor!: string;

  @Field(() => String, { description: 'Thing and verb, as in `asset.merge`.' })
  readonly action!: string;

  @Field(() => String, { description: 'What it was done to, as in `asset:<id>`.' })
  readonly object!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'The state before; null for something new.' })
  readonly before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'The state after; null for something gone.' })
  readonly after!: unknown;

  @Field(() => String, { nullable: true, description: 'What the actor gave as reason.' })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The request that it was part of, where it was noted.' })
  readonly requestId!: string | null;
}

@ObjectType('AuditEntryConnection', { description: 'One page of the audit log, newest first.' })
export class AuditEntryConnectionObject implements Page<AuditEntry> {
  @Field(() => Int, { description: 'Entries in all pages.' })
  readonly total!: number;

  @Field(() => [AuditEntryObject], { description: 'The entries of this page.' })
  readonly nodes!: readonly AuditEntry[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last.' })
  readonly endCursor!: string | null;
}

@InputType('AuditFilter', { description: 'Each list is an OR; they combine with AND.' })
export class AuditFilterInput implements AuditFilter {
  @Field(() => [String], { nullable: true, description: 'As in `asset:<id>`.' })
  readonly object?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'As in `person:<id>`.' })
  readonly actor?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'As in `asset.merge`; `asset.` is all that begin so.' })
  readonly action?: readonly string[] | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From then on.' })
  readonly since?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before then.' })
  readonly until?: Date | null;
}

@ObjectType('AuditProblem', { description: 'A place at which the audit log is not what was written.' })
export class AuditProblemObject implements AuditProblem {
  @Field(() => String, { nullable: true, description: 'Place in the chain.' })
  readonly position!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the entry.' })
  readonly seq!: string | null;

  @Field(() => String, {
    description:
      'CHANGED, GONE (the entry), GAP (links are missing), FOREIGN (an entry without a link), CUT (the end is missing), CHECKPOINT (written anew), WITNESS (what was kept elsewhere is not there).',
  })
  readonly problem!: AuditProblem['problem'];
}

@ObjectType('AuditVerification', { description: 'What a check of the whole audit log found.' })
export class AuditVerificationObject implements AuditVerification {
  @Field(() => Boolean, { description: 'Nothing is wrong.' })
  readonly isIntact!: boolean;

  @Field(() => Int, { description: 'Entries that were checked.' })
  readonly entries!: number;

  @Field(() => String, { description: 'Keep it elsewhere and give it to the next check as witness.' })
  readonly head!: string;

  @Field(() => [AuditProblemObject], { complexity: 10, description: 'At most 100, in order of place.' })
  readonly problems!: readonly AuditProblem[];
}
