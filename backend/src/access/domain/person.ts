import type { PersonRole } from './permission';

/** Somebody who can sign in. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly isDisabled: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

/** Somebody to whom work can be given; no more of them than that. */
export interface Assignee {
  readonly id: string;
  readonly displayName: string;
}
