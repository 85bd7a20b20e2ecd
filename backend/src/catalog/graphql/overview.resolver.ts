import { Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { Overview } from '../domain/overview';
import { OverviewService } from '../overview.service';
import { OverviewObject } from './overview.object';

@Resolver(() => OverviewObject)
export class OverviewResolver {
  constructor(private readonly overviews: OverviewService) {}

  @Query(() => OverviewObject, { description: 'The catalog at a glance, for the home page.' })
  @Requires('catalog:read')
  overview(): Promise<Overview> {
    return this.overviews.read();
  }
}
