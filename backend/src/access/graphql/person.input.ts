import { Field, ID, InputType } from '@nestjs/graphql';
import type { Role } from '../domain/permission';
import { RoleEnum } from './enums';

@InputType({ description: 'A person to add.' })
export class CreatePersonInput {
  @Field(() => String, {
    description: '2 to 64 letters, digits, dots, dashes, underscores, @ and +; unique in any case.',
  })
  readonly username!: string;

  @Field(() => String, { description: '1 to 100 printable characters.' })
  readonly displayName!: string;

  @Field(() => String, { nullable: true, description: 'Optional.' })
  readonly email?: string | null;

  @Field(() => RoleEnum, { description: 'Not above your own, and not INGESTOR.' })
  readonly role!: Role;

  @Field(() => String, { description: '12 to 128 characters, not a common password, without the username.' })
  readonly password!: string;
}

@InputType({ description: 'What is to change of a person; what is absent stays.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: '1 to 100 printable characters.' })
  readonly displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  readonly email?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Not above your own, and never your own.' })
  readonly role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True ends all sessions, and the tokens made by the person, for good.',
  })
  readonly isDisabled?: boolean | null;
}
