import { graphql } from '../../../graphql/generated';

export const PolicyLine = graphql(`
  fragment PolicyLine on Policy {
    name
    title
    mode
    severity
    state
    standard
    owner
    isShipped
    activeVersion
    latestVersion
    openViolations
    waivedViolations
    updatedAt
  }
`);

export const Policies = graphql(`
  query Policies($filter: PolicyFilter, $after: String) {
    policies(filter: $filter, first: 100, after: $after) {
      total
      endCursor
      nodes {
        ...PolicyLine
      }
    }
  }
`);

export const PolicyPage = graphql(`
  query PolicyPage($name: String!) {
    policy(name: $name) {
      ...PolicyLine
      version
      description
      yaml
      versions(first: 50) {
        nodes {
          version
          status
          isActive
          mode
          hash
          yaml
          comment
          createdAt
          decidedAt
          decisionReason
          submittedAt
          author {
            key
            name
          }
          submittedBy {
            key
            name
          }
          decidedBy {
            name
          }
        }
      }
    }
  }
`);

export const ValidatePolicy = graphql(`
  query ValidatePolicy($yaml: String!) {
    validatePolicy(yaml: $yaml) {
      line
      column
      path
      message
    }
  }
`);

export const PolicySchema = graphql(`
  query PolicySchema {
    policySchema
  }
`);

export const PreviewPolicy = graphql(`
  query PreviewPolicy($yaml: String!, $at: DateTime) {
    previewPolicy(yaml: $yaml, at: $at) {
      name
      at
      complete
      assetsLookedAt
      assetsMatched
      added
      cleared
      same
      unknown
      waived
      warnings
      notEvaluated {
        what
        reason
      }
      addedSamples {
        ...PreviewSample
      }
      clearedSamples {
        ...PreviewSample
      }
      sameSamples {
        ...PreviewSample
      }
    }
  }
`);

export const PreviewSample = graphql(`
  fragment PreviewSample on PreviewedViolation {
    asset {
      id
      type
      namespace
      name
      displayName
    }
    result {
      column
      requirement
      message
    }
  }
`);

export const SavePolicy = graphql(`
  mutation SavePolicy($input: SavePolicyInput!) {
    savePolicy(input: $input) {
      name
      latestVersion
    }
  }
`);

export const SubmitPolicy = graphql(`
  mutation SubmitPolicy($name: String!, $version: Int!) {
    submitPolicy(name: $name, version: $version) {
      name
      state
    }
  }
`);

export const DecidePolicy = graphql(`
  mutation DecidePolicy($input: DecidePolicyInput!) {
    decidePolicy(input: $input) {
      name
      state
    }
  }
`);

export const RetirePolicy = graphql(`
  mutation RetirePolicy($name: String!, $reason: String!) {
    retirePolicy(name: $name, reason: $reason) {
      name
      state
    }
  }
`);
