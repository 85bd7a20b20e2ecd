import { registerEnumType } from '@nestjs/graphql';

/** The API's names of roles; the values are ours. */
export const RoleEnum = {
  VIEWER: 'viewer',
  CONTRIBUTOR: 'contributor',
  STEWARD: 'steward',
  ADMIN: 'admin',
  INGESTOR: 'ingestor',
} as const;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person or a token may do; each role from VIEWER to ADMIN includes the one before.',
  valuesMap: {
    VIEWER: { description: 'Reads everything but people and the audit log.' },
    CONTRIBUTOR: { description: 'Also registers assets, records lineage and edits descriptions.' },
    STEWARD: { description: 'Also classifies, merges and splits assets, and sends and replays deliveries.' },
    ADMIN: { description: 'Also manages people and tokens and reads the audit log.' },
    INGESTOR: { description: 'For tokens alone: sends documents, and reads what the catalog knows.' },
  },
});
