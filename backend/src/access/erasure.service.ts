import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { conflict, DomainError, invalid, notFound } from '../shared/errors';
import { isUuid } from '../shared/uuid';
import type { Actor } from './domain/actor';
import { hashPassword } from './password-hash';
import { newSecret } from './secrets';
import { recordAudit } from './store/audit';
import { countOtherAdmins, erasePerson, findPerson, lockPeople } from './store/people';
import { deleteSessionsOf } from './store/sessions';
import { revokeTokensOf } from './store/tokens';

const [SHORTEST_REASON, LONGEST_REASON] = [10, 2_000];

/** Forgets people. What they did stays, under the opaque id that the audit log has of them. */
@Injectable()
export class ErasureService {
  constructor(private readonly db: EntityManager) {}

  /**
   * Replaces name, username, address and password of a person for good, ends their sessions and tokens. The chain of the
   * audit log is not touched: nothing personal of them is in it.
   *
   * @throws DomainError NOT_FOUND, also once erased; FORBIDDEN for oneself; CONFLICT for the last administrator;
   *   INVALID for a reason that is too short
   */
  async erase(actor: Actor, id: string, reason: string): Promise<void> {
    const said = reason.trim();
    if (said.length < SHORTEST_REASON || said.length > LONGEST_REASON)
      throw invalid(`Reason: takes ${SHORTEST_REASON} to ${LONGEST_REASON} characters`);
    if (id === actor.id) throw new DomainError('FORBIDDEN', 'Nobody erases themselves: ask another administrator');
    const nobodyKnows = await hashPassword(newSecret());
    await this.db.transaction(async (tx) => {
      await lockPeople(tx);
      const person = isUuid(id) ? await findPerson(tx, id) : null;
      if (!person) throw notFound('person', id);
      if (person.role === 'admin' && !person.isDisabled && (await countOtherAdmins(tx, id)) === 0)
        throw conflict(`${person.username} is the last administrator`);
      await deleteSessionsOf(tx, person.id, null);
      await revokeTokensOf(tx, person.id);
      await erasePerson(tx, person.id, `Deleted user ${person.id.slice(-4)}`, nobodyKnows);
      const before = { role: person.role, isDisabled: person.isDisabled };
      await recordAudit(tx, { actor, action: 'person.erase', object: `person:${person.id}`, before, reason: said });
    });
  }
}
