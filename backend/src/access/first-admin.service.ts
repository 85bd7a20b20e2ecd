import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { recordAudit } from './store/audit';
import { countPeople, insertPerson, lockPeople } from './store/people';
import { hashPassword } from './password-hash';

const USERNAME = 'admin';
const PASSWORD_BYTES = 18;

/** The name and password that open a fresh installation; the password is known to nobody else and kept nowhere. */
export interface FirstAdmin {
  readonly username: string;
  readonly password: string;
}

/** Gives a fresh installation its first way in. */
@Injectable()
export class FirstAdminService {
  constructor(
    private readonly db: EntityManager,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes an administrator with a random password when there is no person and no administrator's token; else null. */
  async ensure(): Promise<FirstAdmin | null> {
    if (this.config.adminToken !== null || (await countPeople(this.db)) > 0) return null;
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const passwordHash = await hashPassword(password);
    return this.db.transaction(async (tx) => {
      await lockPeople(tx);
      if ((await countPeople(tx)) > 0) return null; // another backend was faster
      const person = {
        username: USERNAME,
        displayName: 'Administrator',
        email: null,
        role: 'admin',
        passwordHash,
      } as const;
      const { id } = await insertPerson(tx, person);
      await recordAudit(tx, {
        actor: 'system',
        action: 'person.create',
        object: `person:${id}`,
        after: { role: 'admin' },
      });
      return { username: USERNAME, password };
    });
  }
}
