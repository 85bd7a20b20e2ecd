import { Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../../access';
import type { GovernanceInbox } from '../../domain/inbox/inbox';
import { InboxCountService } from '../../inbox/inbox.service';
import { GovernanceInboxObject } from './inbox.object';

@Resolver()
export class GovernanceInboxResolver {
  constructor(private readonly inbox: InboxCountService) {}

  @Query(() => GovernanceInboxObject, { description: 'What waits for you in governance, in numbers.' })
  @Requires('governance:read')
  governanceInbox(@CurrentActor() actor: Actor): Promise<GovernanceInbox> {
    return this.inbox.of(actor);
  }
}
