import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import type { NamespacePage, StoredAlias } from '../domain/namespace';
import { NamespaceService } from '../namespace.service';
import { NamespaceAliasObject, NamespaceConnectionObject, NamespaceObject } from './namespace.objects';

@Resolver(() => NamespaceObject)
export class NamespaceResolver {
  constructor(private readonly registry: NamespaceService) {}

  @Query(() => NamespaceConnectionObject, { description: 'Everywhere that assets live, by name.' })
  @Requires('namespace:read')
  async namespaces(
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<NamespacePage> {
    const page = await this.registry.list(checkFirst(first), decodeCursor(after));
    return { ...page, endCursor: encodeCursor(page.endCursor) };
  }

  @Query(() => [NamespaceAliasObject], { description: 'Other spellings of namespaces, in the order they are tried.' })
  @Requires('namespace:read')
  namespaceAliases(): Promise<StoredAlias[]> {
    return this.registry.aliases();
  }
}
