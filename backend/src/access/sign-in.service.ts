import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { DomainError, throttled } from '../shared/errors';
import { actorKey, type Actor } from './domain/actor';
import { ACCOUNT_BACK_OFF, ADDRESS_BACK_OFF, secondsToWait } from './domain/back-off';
import { verifyPassword } from './password-hash';
import { hashOf, newSecret } from './secrets';
import { recordAudit } from './store/audit';
import { forgetAttempts, insertAttempts, lockAttempts } from './store/login-attempts';
import { findCredentials } from './store/people';
import { deleteSession, insertSession } from './store/sessions';

/** Where a try to sign in comes from. */
export interface SignInOrigin {
  readonly address: string;
  readonly userAgent: string | null;
  /** The session that the browser had until now; it ends. */
  readonly replaced: Buffer | null;
  readonly requestId?: string | undefined;
}

const LONGEST_USER_AGENT = 300;

/** Opens and ends sessions. */
@Injectable()
export class SignInService {
  constructor(private readonly db: EntityManager) {}

  /**
   * Opens a session with a value never used before, and ends the one it replaces.
   *
   * Unknown names, wrong passwords and disabled people are told alike, in like time.
   *
   * @returns the cookie's value, of which only a hash is kept
   * @throws DomainError UNAUTHENTICATED; UNAVAILABLE (throttled) after many failures, for seconds and never for good
   */
  async signIn(username: string, password: string, origin: SignInOrigin): Promise<string> {
    const personId = await this.checkPassword(username, password, origin.address);
    const value = newSecret();
    await this.db.transaction(async (tx) => {
      if (origin.replaced) await deleteSession(tx, origin.replaced);
      const userAgent = origin.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null;
      await insertSession(tx, { idHash: hashOf(value), personId, userAgent });
      const actor = `person:${personId}` as const;
      await recordAudit(tx, { actor, action: 'session.start', object: actor, requestId: origin.requestId ?? null });
    });
    return value;
  }

  /** Ends a session; one that is over already stays over. */
  signOut(actor: Actor, sessionHash: Buffer): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await deleteSession(tx, sessionHash))) return;
      await recordAudit(tx, { actor, action: 'session.end', object: actorKey(actor) });
    });
  }

  /**
   * @returns the person's id
   * @throws DomainError as `signIn`
   */
  async checkPassword(username: string, password: string, address: string): Promise<string> {
    const account = subjectOf('account', username.toLowerCase());
    const place = subjectOf('address', address);
    await this.countTry(account, place);
    const known = await findCredentials(this.db, username);
    const isRight = await verifyPassword(known?.password_hash ?? null, password);
    if (!known || !isRight || known.is_disabled) {
      throw new DomainError('UNAUTHENTICATED', 'Username or password is wrong');
    }
    await forgetAttempts(this.db, account, place);
    return known.id;
  }

  private countTry(account: string, place: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const attempts = await lockAttempts(tx, [account, place]);
      const waits = attempts.map(({ subject, failures, seconds_since_last: since }) =>
        secondsToWait(failures, since, subject === account ? ACCOUNT_BACK_OFF : ADDRESS_BACK_OFF),
      );
      const seconds = Math.max(0, ...waits);
      if (seconds > 0) throw throttled('Too many tries to sign in; wait a moment', seconds);
      await insertAttempts(tx, [account, place]);
    });
  }
}

/** Names and addresses are counted, not kept. */
const subjectOf = (kind: string, text: string): string => createHash('sha256').update(`${kind}:${text}`).digest('hex');
