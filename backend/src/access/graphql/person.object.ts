import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Page } from '../domain/page';
import type { PersonRole } from '../domain/permission';
import type { Assignee, Person } from '../domain/person';
import { RoleEnum } from './enums';

@ObjectType('Person', { description: 'Somebody who can sign in.' })
export class PersonObject implements Person {
  @Field(() => ID, { description: 'UUID; the audit log says `person:<id>`.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name to sign in with, unique in any case.' })
  readonly username!: string;

  @Field(() => String, { description: 'The name for people to read.' })
  readonly displayName!: string;

  @Field(() => String, { nullable: true, description: 'Null when not given.' })
  readonly email!: string | null;

  @Field(() => RoleEnum, { description: 'Never INGESTOR.' })
  readonly role!: PersonRole;

  @Field(() => Boolean, { description: 'Cannot sign in; sessions and tokens are ended.' })
  readonly isDisabled!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the person was added.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The last request, to the minute; null: never.' })
  readonly lastSeenAt!: Date | null;
}

@ObjectType('PersonConnection', { description: 'One page of people, in order of username.' })
export class PersonConnectionObject implements Page<Person> {
  @Field(() => Int, { description: 'People in all.' })
  readonly total!: number;

  @Field(() => [PersonObject], { description: 'The people of this page.' })
  readonly nodes!: readonly Person[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last.' })
  readonly endCursor!: string | null;
}

@ObjectType('Assignee', { description: 'Somebody to whom work can be given.' })
export class AssigneeObject implements Assignee {
  @Field(() => ID, { description: 'UUID; pass it where something is assigned.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name for people to read.' })
  readonly displayName!: string;
}
