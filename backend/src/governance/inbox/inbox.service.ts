import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../../access';
import type { GovernanceInbox } from '../domain/inbox/inbox';
import { spellingsOfPerson } from '../store/access-request/access-requests';
import { readInbox } from '../store/inbox/read-inbox';

/** What waits for somebody in governance. */
@Injectable()
export class InboxCountService {
  constructor(private readonly db: EntityManager) {}

  /** In numbers; the lists behind them have filters of the same meaning. Two queries. */
  async of(actor: Actor): Promise<GovernanceInbox> {
    const personId = actor.kind === 'person' ? actor.id : null;
    const owners = personId === null ? [] : await spellingsOfPerson(this.db, personId);
    return readInbox(this.db, { actor: actorKey(actor), personId, owners, may: [...actor.permissions] });
  }
}
