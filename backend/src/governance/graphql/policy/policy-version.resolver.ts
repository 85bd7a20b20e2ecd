import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, type ActorRef } from '../../../access';
import { PolicyVersionObject } from './policy.object';
import type { VersionRow } from '../../domain/policy/policy-record';

/** Who stands behind a version. */
@Resolver(() => PolicyVersionObject)
export class PolicyVersionResolver {
  @ResolveField(() => ActorObject, { description: 'Who wrote it.' })
  author(@Parent() version: VersionRow): ActorRef | null {
    return actorOf(version.author);
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who proposed it.' })
  submittedBy(@Parent() version: VersionRow): ActorRef | null {
    return actorOf(version.submittedBy);
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who approved or rejected it.' })
  decidedBy(@Parent() version: VersionRow): ActorRef | null {
    return actorOf(version.decidedBy);
  }
}
