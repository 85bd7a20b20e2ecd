import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { NamespaceAliasObject, NamespaceObject, type Namespace, type StoredAlias } from '../../catalog';
import { NamespaceRulesService } from '../namespace-rules.service';
import { NamespaceAliasInputObject, UpdateNamespaceInputObject } from './namespace-rules.inputs';

@Resolver()
export class NamespaceRulesResolver {
  constructor(private readonly rules: NamespaceRulesService) {}

  @Mutation(() => NamespaceAliasObject, {
    description:
      'Adds a spelling of a namespace, also for what is known: assets are renamed, or merged where that is safe.',
  })
  @Requires('namespace:write')
  addNamespaceAlias(
    @Args('input') input: NamespaceAliasInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<StoredAlias> {
    return this.rules.addAlias(input, actor);
  }

  @Mutation(() => Boolean, {
    description: 'Removes a spelling of a namespace; names go back, merges stay. False when there was none.',
  })
  @Requires('namespace:write')
  removeNamespaceAlias(
    @Args('id', { type: () => ID, description: 'As in NamespaceAlias.id.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    return this.rules.removeAlias(id, actor);
  }

  @Mutation(() => NamespaceObject, { description: 'Sets what is known about a namespace, also for names in it.' })
  @Requires('namespace:write')
  updateNamespace(@Args('input') input: UpdateNamespaceInputObject, @CurrentActor() actor: Actor): Promise<Namespace> {
    return this.rules.update(input, actor);
  }
}
