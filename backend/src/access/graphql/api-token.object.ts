import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ApiToken } from '../domain/api-token';
import type { Page } from '../domain/page';
import type { Role } from '../domain/permission';
import { RoleEnum } from './enums';

@ObjectType('ApiToken', { description: 'A way in for a program.' })
export class ApiTokenObject implements ApiToken {
  @Field(() => ID, { description: 'UUID; part of the token itself, and `token:<id>` in the audit log.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it is for.' })
  readonly name!: string;

  @Field(() => RoleEnum, { description: 'What it may do, but never more than its maker may at the moment of use.' })
  readonly role!: Role;

  @Field(() => [String], { description: 'Namespaces that it may write into; empty: any.' })
  readonly namespaces!: readonly string[];

  @Field(() => String, { nullable: true, description: "Its maker's username; null: a token of the environment." })
  readonly createdBy!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Works until then.' })
  readonly expiresAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The last use, to the minute; null: never.' })
  readonly lastUsedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it works no more; null: not revoked.' })
  readonly revokedAt!: Date | null;
}

@ObjectType('ApiTokenConnection', { description: 'One page of API tokens, newest first.' })
export class ApiTokenConnectionObject implements Page<ApiToken> {
  @Field(() => Int, { description: 'Tokens in all, those that are over included.' })
  readonly total!: number;

  @Field(() => [ApiTokenObject], { description: 'The tokens of this page.' })
  readonly nodes!: readonly ApiToken[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last.' })
  readonly endCursor!: string | null;
}

@ObjectType('CreatedApiToken', { description: 'A new token with its secret, which nobody can show again.' })
export class CreatedApiTokenObject {
  @Field(() => ApiTokenObject, { description: 'The token as it will be listed.' })
  readonly token!: ApiToken;

  @Field(() => String, { description: 'Send as `Authorization: Bearer <secret>`; shown this once.' })
  readonly secret!: string;
}

@InputType({ description: 'An API token to make.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for: 1 to 100 printable characters.' })
  readonly name!: string;

  @Field(() => RoleEnum, { description: 'Not above your own.' })
  readonly role!: Role;

  @Field(() => [String], { nullable: true, description: 'Namespaces that it may write into; absent or empty: any.' })
  readonly namespaces?: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: '1 to 365, 90 when absent.' })
  readonly expiresInDays?: number | null;
}
