import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, type ActorRef, Requires } from '../../../access';
import type { ViolationFilter } from '../../domain/violation/violation-filter';
import type { Violation, ViolationPage } from '../../violation/violation';
import { ViolationService } from '../../violation/violation.service';
import {
  ViolationConnectionObject,
  ViolationFacetObject,
  ViolationFilterInput,
  ViolationObject,
} from './violation.object';
import type { FacetCount } from '../../domain/violation/violation-record';

const FILTER = { type: () => ViolationFilterInput, nullable: true, description: 'Absent: all, resolved ones too.' };

@Resolver(() => ViolationObject)
export class ViolationResolver {
  constructor(private readonly findings: ViolationService) {}

  @Query(() => ViolationConnectionObject, { description: 'What breaks a policy, latest first.' })
  @Requires('governance:read')
  violations(
    @Args('filter', FILTER) filter: ViolationFilter | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<ViolationPage> {
    return this.findings.list(filter ?? {}, first, after);
  }

  @Query(() => ViolationObject, { nullable: true, description: 'One violation; null when there is none.' })
  @Requires('governance:read')
  violation(@Args('id', { type: () => ID, description: 'As in Violation.id.' }) id: string): Promise<Violation | null> {
    return this.findings.get(id);
  }

  @Query(() => [ViolationFacetObject], {
    description: 'Counts of the fitting violations by field and value, most first.',
  })
  @Requires('governance:read')
  violationFacets(@Args('filter', FILTER) filter: ViolationFilter | null): Promise<readonly FacetCount[]> {
    return this.findings.facets(filter ?? {});
  }

  @ResolveField(() => ActorObject, { nullable: true, description: 'Who takes care of it.' })
  assignee(@Parent() violation: Violation): ActorRef | null {
    return actorOf(violation.assignee && `person:${violation.assignee}`);
  }
}
