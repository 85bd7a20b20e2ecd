import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApiTokenService, type CreatedApiToken } from '../api-token.service';
import type { Actor } from '../domain/actor';
import type { ApiToken } from '../domain/api-token';
import type { Page } from '../domain/page';
import { CurrentActor } from '../guard/current-actor';
import { Requires } from '../guard/requires';
import {
  ApiTokenConnectionObject,
  ApiTokenObject,
  CreateApiTokenInput,
  CreatedApiTokenObject,
} from './api-token.object';

@Resolver(() => ApiTokenObject)
export class ApiTokenResolver {
  constructor(private readonly tokens: ApiTokenService) {}

  @Query(() => ApiTokenConnectionObject, { name: 'apiTokens', description: 'All API tokens, newest first.' })
  @Requires('tokens:manage')
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<ApiToken>> {
    return this.tokens.list(first, after);
  }

  @Mutation(() => CreatedApiTokenObject, {
    description: 'Makes an API token. Only people do, and the environment token.',
  })
  @Requires('tokens:manage')
  createApiToken(@Args('input') input: CreateApiTokenInput, @CurrentActor() actor: Actor): Promise<CreatedApiToken> {
    const { name, role } = input;
    return this.tokens.create(actor, {
      name,
      role,
      namespaces: input.namespaces ?? [],
      expiresInDays: input.expiresInDays ?? null,
    });
  }

  @Mutation(() => ApiTokenObject, { description: 'Ends a token at once, for good.' })
  @Requires('tokens:manage')
  revokeApiToken(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ApiToken> {
    return this.tokens.revoke(actor, id);
  }
}
