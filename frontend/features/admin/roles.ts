import type { PeopleQuery } from '../../graphql/generated/graphql';

export type Role = PeopleQuery['people']['nodes'][number]['role'];

/** What each role may do, in words; least first. */
export const ROLE_WORDS: Record<Role, string> = {
  VIEWER: 'Viewer: reads everything',
  CONTRIBUTOR: 'Contributor: describes, tags, records lineage',
  STEWARD: 'Steward: classifies, merges, replays deliveries',
  ADMIN: 'Administrator: people, tokens, everything',
  INGESTOR: 'Ingestor: only sends documents',
};

/** People cannot be ingestors: that is for tokens alone. */
export const PERSON_ROLES: readonly Role[] = ['VIEWER', 'CONTRIBUTOR', 'STEWARD', 'ADMIN'];
export const TOKEN_ROLES: readonly Role[] = ['INGESTOR', 'VIEWER', 'CONTRIBUTOR', 'STEWARD', 'ADMIN'];

/** Options for a select. */
export function roleOptions(roles: readonly Role[]): { value: Role; label: string }[] {
  return roles.map((role) => ({ value: role, label: ROLE_WORDS[role] }));
}
