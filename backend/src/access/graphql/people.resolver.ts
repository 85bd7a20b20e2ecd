import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../domain/actor';
import type { Page } from '../domain/page';
import type { Assignee, Person } from '../domain/person';
import type { Caller } from '../guard/caller';
import { CurrentActor, CurrentCaller } from '../guard/current-actor';
import { Requires } from '../guard/requires';
import { ErasureService } from '../erasure.service';
import { OwnPasswordService } from '../own-password.service';
import { PeopleService } from '../people.service';
import { CreatePersonInput, UpdatePersonInput } from './person.input';
import { AssigneeObject, PersonConnectionObject, PersonObject } from './person.object';

@Resolver(() => PersonObject)
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly ownPassword: OwnPasswordService,
    private readonly erasure: ErasureService,
  ) {}

  @Query(() => PersonConnectionObject, {
    name: 'people',
    description: 'Everybody who can sign in, in order of username.',
  })
  @Requires('people:manage')
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<Person>> {
    return this.people.list(first, after);
  }

  @Query(() => [AssigneeObject], {
    description: 'People to whom work can be given: enabled, contributors and above, in order of name.',
  })
  @Requires('violation:act')
  assignees(
    @Args('text', { type: () => String, defaultValue: '', description: 'Part of the name or username; empty: all.' })
    text: string,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
  ): Promise<Assignee[]> {
    return this.people.assignees(text, first);
  }

  @Mutation(() => PersonObject, { description: 'Adds a person. CONFLICT when the username is taken.' })
  @Requires('people:manage')
  createPerson(@Args('input') input: CreatePersonInput, @CurrentActor() actor: Actor): Promise<Person> {
    return this.people.create(actor, {
      username: input.username,
      displayName: input.displayName,
      email: input.email ?? null,
      role: input.role,
      password: input.password,
    });
  }

  @Mutation(() => PersonObject, {
    description: 'Changes a person. FORBIDDEN for your own role; CONFLICT for the last administrator.',
  })
  @Requires('people:manage')
  updatePerson(@Args('input') input: UpdatePersonInput, @CurrentActor() actor: Actor): Promise<Person> {
    return this.people.update(actor, input.id, {
      displayName: input.displayName ?? undefined,
      email: input.email,
      role: input.role ?? undefined,
      isDisabled: input.isDisabled ?? undefined,
    });
  }

  @Mutation(() => Boolean, {
    description:
      'Forgets a person for good: name, address and ways to sign in go, what they did stays by an opaque id.',
  })
  @Requires('people:manage')
  async erasePerson(
    @Args('personId', { type: () => ID, description: 'Not yourself, nor the last administrator.' }) personId: string,
    @Args('reason', { type: () => String, description: 'For the audit log: 10 to 2,000 characters.' }) reason: string,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    await this.erasure.erase(actor, personId, reason);
    return true;
  }

  @Mutation(() => PersonObject, { description: 'Gives another person a new password and ends their sessions.' })
  @Requires('people:manage')
  resetPassword(
    @Args('personId', { type: () => ID }) personId: string,
    @Args('newPassword', { type: () => String }) newPassword: string,
    @CurrentActor() actor: Actor,
  ): Promise<Person> {
    return this.people.resetPassword(actor, personId, newPassword);
  }

  @Mutation(() => Boolean, {
    description: 'Changes your own password and ends your other sessions. INVALID when the current one is wrong.',
  })
  @Requires('self')
  async changeMyPassword(
    @Args('currentPassword', { type: () => String }) currentPassword: string,
    @Args('newPassword', { type: () => String }) newPassword: string,
    @CurrentCaller() caller: Caller,
  ): Promise<boolean> {
    await this.ownPassword.change(caller, currentPassword, newPassword);
    return true;
  }
}
