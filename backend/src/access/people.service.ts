import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { conflict, DomainError, notFound } from '../shared/errors';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import { isUuid } from '../shared/uuid';
import type { Actor } from './domain/actor';
import { pageOf, type Page } from './domain/page';
import { checkNewPassword } from './domain/password-rule';
import { mayGrant, type PersonRole, type Role } from './domain/permission';
import type { Assignee, Person } from './domain/person';
import { checkPersonText } from './domain/person-rule';
import { hashPassword } from './password-hash';
import { recordAudit } from './store/audit';
import {
  countOtherAdmins,
  countPeople,
  findAssignees,
  findCredentials,
  findPerson,
  insertPerson,
  listPeople,
  lockPeople,
  updatePassword,
  updatePerson,
} from './store/people';
import { deleteSessionsOf } from './store/sessions';
import { revokeTokensOf } from './store/tokens';

export interface PersonToCreate {
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly password: string;
}

/** Absent: stays as it is. */
export interface PersonChange {
  readonly displayName?: string | undefined;
  readonly email?: string | null | undefined;
  readonly role?: Role | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** People and their roles. There is always an administrator who can sign in, once there was one. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: EntityManager) {}

  /** In order of username. @throws DomainError INVALID for a bad page size or cursor */
  async list(first: number, after: string | null): Promise<Page<Person>> {
    const position = decodeKeyset(after, ['string']);
    const rows = await listPeople(this.db, position === null ? null : String(position[0]), checkFirst(first) + 1);
    const total = await countPeople(this.db);
    return pageOf(total, rows, first, (last) => encodeKeyset([last.username.toLowerCase()]));
  }

  /** Whom work can be given to, by name; an empty text is everybody. @throws DomainError INVALID for a bad count */
  assignees(text: string, first: number): Promise<Assignee[]> {
    return findAssignees(this.db, text.trim(), checkFirst(first));
  }

  /** @throws DomainError INVALID for a text or password that breaks a rule; CONFLICT for a username that is taken */
  async create(actor: Actor, wanted: PersonToCreate): Promise<Person> {
    const role = personRole(actor, wanted.role);
    checkPersonText(wanted);
    checkNewPassword(wanted.password, wanted.username);
    const passwordHash = await hashPassword(wanted.password);
    return this.db.transaction(async (tx) => {
      await lockPeople(tx);
      if (await findCredentials(tx, wanted.username)) throw conflict(`Username ${wanted.username}: is taken`);
      const person = await insertPerson(tx, { ...wanted, role, passwordHash });
      await recordAudit(tx, { actor, action: 'person.create', object: `person:${person.id}`, after: { role } });
      return person;
    });
  }

  /**
   * Changes a person; disabling ends all sessions, and the tokens that the person made, for good.
   *
   * @throws DomainError FORBIDDEN for one's own role or state; CONFLICT for the last administrator
   */
  update(actor: Actor, id: string, change: PersonChange): Promise<Person> {
    return this.db.transaction(async (tx) => {
      await lockPeople(tx);
      const before = await this.known(tx, id);
      const after = apply(actor, before, change);
      checkPersonText(after);
      await this.keepAnAdmin(tx, before, after);
      if (after.isDisabled && !before.isDisabled) {
        await deleteSessionsOf(tx, id, null);
        await revokeTokensOf(tx, id);
      }
      await recordAudit(tx, { actor, action: 'person.update', object: `person:${id}`, ...difference(before, after) });
      return updatePerson(tx, after);
    });
  }

  /** Gives another person a new password and ends their sessions. @throws DomainError FORBIDDEN for one's own */
  async resetPassword(actor: Actor, id: string, newPassword: string): Promise<Person> {
    if (id === actor.id) throw new DomainError('FORBIDDEN', 'Change your own password with changeMyPassword');
    return this.setPassword(actor, { id, newPassword, keptSession: null, action: 'person.resetPassword' });
  }

  /** For a caller whose current password was checked: keeps the session that asks, ends the others. */
  async changeOwnPassword(actor: Actor, newPassword: string, keptSession: Buffer | null): Promise<void> {
    await this.setPassword(actor, { id: actor.id, newPassword, keptSession, action: 'person.changePassword' });
  }

  private async setPassword(
    actor: Actor,
    wanted: { id: string; newPassword: string; keptSession: Buffer | null; action: string },
  ): Promise<Person> {
    return this.db.transaction(async (tx) => {
      const person = await this.known(tx, wanted.id);
      checkNewPassword(wanted.newPassword, person.username);
      await updatePassword(tx, person.id, await hashPassword(wanted.newPassword));
      await deleteSessionsOf(tx, person.id, wanted.keptSession);
      await recordAudit(tx, { actor, action: wanted.action, object: `person:${person.id}` });
      return person;
    });
  }

  private async known(tx: EntityManager, id: string): Promise<Person> {
    const person = isUuid(id) ? await findPerson(tx, id) : null;
    if (!person) throw notFound('person', id);
    return person;
  }

  private async keepAnAdmin(tx: EntityManager, before: Person, after: Person): Promise<void> {
    const wasAdmin = before.role === 'admin' && !before.isDisabled;
    const isAdmin = after.role === 'admin' && !after.isDisabled;
    if (wasAdmin && !isAdmin && (await countOtherAdmins(tx, before.id)) === 0) {
      throw conflict(`${before.username} is the last administrator`);
    }
  }
}

function apply(actor: Actor, before: Person, change: PersonChange): Person {
  const { displayName = before.displayName, email = before.email, isDisabled = before.isDisabled } = change;
  const role = change.role === undefined ? before.role : personRole(actor, change.role);
  const after = { ...before, displayName, email, role, isDisabled };
  const changesStanding = role !== before.role || isDisabled !== before.isDisabled;
  if (changesStanding && before.id === actor.id) {
    throw new DomainError('FORBIDDEN', 'Nobody changes their own role or disables themselves');
  }
  return after;
}

/** @throws DomainError INVALID for a role of tokens; FORBIDDEN for one above the actor's own */
function personRole(actor: Actor, role: Role): PersonRole {
  if (role === 'ingestor') throw new DomainError('INVALID', 'Role INGESTOR: is for tokens alone');
  if (actor.role === 'anonymous' || !mayGrant(actor.role, role)) {
    throw new DomainError('FORBIDDEN', 'Nobody gives a role above their own');
  }
  return role;
}

/** Roles and states as they were and are; of names and addresses only that they changed. */
function difference(
  before: Person,
  after: Person,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = (['displayName', 'email'] as const).filter((field) => before[field] !== after[field]);
  return {
    before: { role: before.role, isDisabled: before.isDisabled },
    after: { role: after.role, isDisabled: after.isDisabled, ...(changed.length > 0 ? { changed } : {}) },
  };
}
