import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { ViolationFilter } from '../domain/violation-filter';
import type { ViolationPage } from '../violation';
import { ViolationService } from '../violation.service';
import { ViolationConnectionObject, ViolationFilterInput, ViolationObject } from './violation.object';

@Resolver(() => ViolationObject)
export class ViolationResolver {
  constructor(private readonly findings: ViolationService) {}

  @Query(() => ViolationConnectionObject, { description: 'What breaks a policy, latest first.' })
  @Requires('governance:read')
  violations(
    @Args('filter', {
      type: () => ViolationFilterInput,
      nullable: true,
      description: 'Absent: all, resolved ones too.',
    })
    filter: ViolationFilter | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<ViolationPage> {
    return this.findings.list(filter ?? {}, first, after);
  }
}
