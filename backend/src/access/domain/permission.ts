/** Everything that an operation can ask of its caller; each operation declares exactly one. */
export const PERMISSIONS = [
  'self',
  'catalog:read',
  'catalog:write',
  'catalog:classify',
  'catalog:merge',
  'catalog:restrict',
  'lineage:read',
  'lineage:write',
  'governance:read',
  'policy:write',
  'policy:decide',
  'violation:act',
  'waiver:request',
  'waiver:decide',
  'access:request',
  'access:decide',
  'quality:read',
  'ingest:read',
  'ingest:write',
  'ingest:replay',
  'export:read',
  'namespace:read',
  'namespace:write',
  'people:manage',
  'tokens:manage',
  'audit:read',
  'webhook:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Least first; ingestor stands beside the ladder: it may send, not look around. */
export const ROLES = ['ingestor', 'viewer', 'contributor', 'steward', 'admin'] as const;
export type Role = (typeof ROLES)[number];
/** What a person can be; ingestor is for tokens alone. */
export type PersonRole = Exclude<Role, 'ingestor'>;

/** What visitors without a name may do where anonymous reading is switched on: never exports or deliveries. */
const ANONYMOUS = ['catalog:read', 'lineage:read', 'governance:read', 'quality:read', 'namespace:read'] as const;
const VIEWER = [...ANONYMOUS, 'self', 'access:request', 'ingest:read', 'export:read'] as const;
const CONTRIBUTOR = [
  ...VIEWER,
  'catalog:write',
  'lineage:write',
  'policy:write',
  'violation:act',
  'waiver:request',
] as const;
const STEWARD = [
  ...CONTRIBUTOR,
  'catalog:classify',
  'catalog:merge',
  'catalog:restrict',
  'ingest:write',
  'ingest:replay',
  'namespace:write',
  'policy:decide',
  'waiver:decide',
  'access:decide',
] as const;

const GRANTS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  ingestor: new Set<Permission>(['self', 'ingest:write', 'catalog:read']),
  viewer: new Set<Permission>(VIEWER),
  contributor: new Set<Permission>(CONTRIBUTOR),
  steward: new Set<Permission>(STEWARD),
  admin: new Set<Permission>(PERMISSIONS),
};

/** What is never delegated to a stored token: whoever steals one must not be able to make more, or agree to anything. */
const PEOPLE_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'people:manage',
  'tokens:manage',
  'webhook:manage',
  'policy:decide',
  'waiver:decide',
  'access:decide',
]);

export const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();
export const ANONYMOUS_PERMISSIONS: ReadonlySet<Permission> = new Set(ANONYMOUS);

/** What a person of this role may do. */
export const permissionsOfRole = (role: Role): ReadonlySet<Permission> => GRANTS[role];

/**
 * What a stored token may do now: its own role, never more than its maker still may.
 *
 * An ingestor's right to send is kept for makers who may send themselves.
 */
export function permissionsOfToken(role: Role, makerRole: Role): ReadonlySet<Permission> {
  const maker = GRANTS[makerRole];
  return new Set([...GRANTS[role]].filter((permission) => maker.has(permission) && !PEOPLE_ONLY.has(permission)));
}

/** Whoever may restrict assets sees all of them: nothing is hidden from those who could lift it. */
export const seesEverything = (permissions: ReadonlySet<Permission>): boolean => permissions.has('catalog:restrict');

/** Whether someone of `own` role may hand out `given`. */
export const mayGrant = (own: Role, given: Role): boolean => ROLES.indexOf(given) <= ROLES.indexOf(own);
