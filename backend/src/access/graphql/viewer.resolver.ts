import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../domain/actor';
import { viewerOf, type Viewer } from '../domain/viewer';
import { CurrentActor } from '../guard/current-actor';
import { Public } from '../guard/requires';
import { ViewerObject } from './viewer.object';

@Resolver(() => ViewerObject)
export class ViewerResolver {
  @Query(() => ViewerObject, { nullable: true, description: 'Who asks; null for a visitor without credentials.' })
  @Public()
  me(@CurrentActor() actor: Actor): Viewer | null {
    return viewerOf(actor);
  }
}
