import { ANONYMOUS_PERMISSIONS, NO_PERMISSIONS, type Permission, type Role } from './permission';

/** Who asks, and what they may do: settled once per request, from the session or the token alone. */
export interface Actor {
  readonly kind: 'person' | 'token' | 'anonymous';
  /** UUID of the person or stored token; `environment` and `launch` for the two tokens of the environment. */
  readonly id: string;
  /** For people to read: the username, or the token's name. */
  readonly name: string;
  readonly displayName: string;
  readonly role: Role | 'anonymous';
  readonly permissions: ReadonlySet<Permission>;
  /** Namespaces that a token may write into; empty: any. */
  readonly namespaces: readonly string[];
  /** Something may be hidden from them: they read the catalog through the schema `seen`. */
  readonly hasLimitedSight: boolean;
  /** Of the request they came with, as in its X-Request-Id; the audit log keeps it. */
  readonly requestId?: string;
}

/** A visitor without credentials; may read where the installation says so. */
export const anonymous = (mayRead: boolean, hasLimitedSight: boolean): Actor => ({
  kind: 'anonymous',
  id: 'anonymous',
  name: 'anonymous',
  displayName: 'Visitor',
  role: 'anonymous',
  permissions: mayRead ? ANONYMOUS_PERMISSIONS : NO_PERMISSIONS,
  namespaces: [],
  hasLimitedSight,
});

/** How the audit log and deliveries name an actor: `person:<uuid>`, `token:<uuid>`. */
export const actorKey = (actor: Pick<Actor, 'kind' | 'id'>): string => `${actor.kind}:${actor.id}`;
