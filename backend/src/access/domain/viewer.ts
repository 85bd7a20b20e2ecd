import type { Actor } from './actor';
import type { Role } from './permission';

/** An actor as the actor may see it. */
export interface Viewer {
  readonly kind: string;
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly permissions: readonly string[];
}

/** Null for a visitor without credentials. */
export function viewerOf(actor: Actor): Viewer | null {
  if (actor.role === 'anonymous') return null;
  const { kind, id, name, displayName, role } = actor;
  return { kind, id, username: name, displayName, role, permissions: [...actor.permissions].sort() };
}
