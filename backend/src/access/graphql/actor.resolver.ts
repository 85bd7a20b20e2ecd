import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { perRequest } from '../../shared/graphql/per-request';
import { ActorNameService } from '../actor-name.service';
import { ActorObject } from './actor.object';

@Resolver(() => ActorObject)
export class ActorResolver {
  private readonly nameOf = perRequest((keys) => this.actors.names(keys), '');

  constructor(private readonly actors: ActorNameService) {}

  @ResolveField(() => String, { description: 'For people to read; of somebody who was erased only a number.' })
  name(@Parent() actor: ActorObject, @Context() context: object): Promise<string> {
    return this.nameOf(context).load(actor.key);
  }
}
