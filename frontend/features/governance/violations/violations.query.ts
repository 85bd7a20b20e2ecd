import { graphql } from '../../../graphql/generated';

/** What a line of the inbox shows, and what acting on it needs. */
export const ViolationRow = graphql(`
  fragment ViolationRow on Violation {
    id
    policy
    requirement
    severity
    status
    statusAt
    message
    column
    dueOn
    reopened
    assignee {
      key
      name
    }
    asset {
      id
      type
      namespace
      name
      displayName
      owner
      layer
    }
  }
`);

export const Violations = graphql(`
  query Violations($filter: ViolationFilter, $after: String) {
    violations(filter: $filter, first: 50, after: $after) {
      total
      endCursor
      nodes {
        ...ViolationRow
      }
    }
  }
`);

export const ViolationFacets = graphql(`
  query ViolationFacets($filter: ViolationFilter) {
    violationFacets(filter: $filter) {
      field
      value
      count
    }
  }
`);

export const ViolationDetails = graphql(`
  query ViolationDetails($id: ID!) {
    violation(id: $id) {
      ...ViolationRow
      code
      policies
      firstSeen
      lastSeen
      waiverId
      evidence {
        attribute
        value
        source
        at
      }
      path {
        column
        asset {
          id
          type
          namespace
          name
          displayName
          layer
        }
      }
      events(first: 50) {
        nodes {
          id
          kind
          at
          detail
          actor {
            name
          }
        }
      }
    }
  }
`);

export const AssetRemediation = graphql(`
  query AssetRemediation($assetId: ID!) {
    policyResults(assetId: $assetId) {
      policy
      requirement
      column
      remediation
    }
  }
`);

export const ActOnViolations = graphql(`
  mutation ActOnViolations($input: ActOnViolationsInput!) {
    actOnViolations(input: $input) {
      matched
      changed
      refused
    }
  }
`);

export const Assignees = graphql(`
  query Assignees {
    assignees(first: 100) {
      id
      displayName
    }
  }
`);
