import { Injectable } from '@nestjs/common';
import { DomainError, invalid } from '../shared/errors';
import { withFullSight } from '../shared/sight';
import type { Actor } from './domain/actor';
import type { Caller } from './guard/caller';
import { PeopleService } from './people.service';
import { SignInService } from './sign-in.service';

/** Where tries with the current password are counted beside the account: not an address, so it locks no door. */
const COUNTED_AT = 'own-password:';

/** People's own passwords. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Changes the caller's password and ends the caller's other sessions.
   *
   * @throws DomainError INVALID for a token, when the current password is wrong or the new one breaks a rule;
   *   UNAVAILABLE (throttled) after many tries
   */
  async change({ actor, sessionHash }: Caller, currentPassword: string, newPassword: string): Promise<void> {
    if (actor.kind !== 'person') throw invalid('A token has no password');
    await withFullSight(async () => {
      await this.check(actor, currentPassword);
      await this.people.changeOwnPassword(actor, newPassword, sessionHash);
    });
  }

  private async check(actor: Actor, password: string): Promise<void> {
    await this.signIns.checkPassword(actor.name, password, COUNTED_AT + actor.id).catch((error: unknown) => {
      const isWrong = error instanceof DomainError && error.code === 'UNAUTHENTICATED';
      throw isWrong ? invalid('Current password: is wrong') : error; // the caller stays signed in
    });
  }
}
