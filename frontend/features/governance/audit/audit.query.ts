import { graphql } from '../../../graphql/generated';

export const AuditLog = graphql(`
  query AuditLog($filter: AuditFilter, $after: String) {
    auditEntries(filter: $filter, first: 50, after: $after) {
      total
      endCursor
      nodes {
        id
        at
        actor
        by {
          name
        }
        action
        object
        reason
        before
        after
        requestId
      }
    }
  }
`);
