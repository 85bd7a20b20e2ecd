import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { AuditEntry } from '../domain/audit-entry';
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
