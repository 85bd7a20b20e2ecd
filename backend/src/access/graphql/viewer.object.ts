import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '../domain/permission';
import type { Viewer } from '../domain/viewer';
import { RoleEnum } from './enums';

@ObjectType('Viewer', { description: 'Whoever asks, as the session or the token says.' })
export class ViewerObject implements Viewer {
  @Field(() => String, { description: '`person` or `token`.' })
  readonly kind!: string;

  @Field(() => ID, {
    description: 'The person or token; `environment` for the administrator token of the environment.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'The name to sign in with, or the name of the token.' })
  readonly username!: string;

  @Field(() => String, { description: 'The name for people to read.' })
  readonly displayName!: string;

  @Field(() => RoleEnum, { description: 'The role at this moment.' })
  readonly role!: Role;

  @Field(() => [String], {
    description: 'Everything that the role allows, sorted; for showing or hiding what a page offers.',
  })
  readonly permissions!: readonly string[];
}
