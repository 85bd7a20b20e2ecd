import { Field, ObjectType } from '@nestjs/graphql';

/** Its name is resolved beside it. */
@ObjectType('Actor', { description: 'Who did something: a person, a token, or the service itself.' })
export class ActorObject {
  @Field(() => String, { description: '`person:<id>`, `token:<id>` or `system`.' })
  readonly key!: string;
}

/** What a field of type `Actor` is made of. */
export interface ActorRef {
  readonly key: string;
}

/** For fields of type `Actor`: null for nobody. */
export const actorOf = (key: string | null): ActorRef | null => (key === null ? null : { key });
