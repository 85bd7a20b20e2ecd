import { graphql } from '../../graphql/generated';

export const AssetPolicies = graphql(`
  query AssetPolicies($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
    }
  }
`);

export const RequestAccess = graphql(`
  mutation RequestAccess($input: RequestAccessInput!) {
    requestAccess(input: $input) {
      id
    }
  }
`);

export const RestrictAsset = graphql(`
  mutation RestrictAsset($input: RestrictInput!) {
    restrict(input: $input) {
      id
    }
  }
`);

export const LiftRestriction = graphql(`
  mutation LiftRestriction($id: ID!, $reason: String!) {
    liftRestriction(id: $id, reason: $reason)
  }
`);

export const PoliciesOfAsset = graphql(`
  query PoliciesOfAsset($assetId: ID!) {
    asset(id: $assetId) {
      restriction {
        id
        namespace
        reason
      }
    }
    policyResults(assetId: $assetId) {
      policy
      requirement
      column
      status
      severity
      message
      remediation
    }
    violations(filter: { assetId: $assetId, status: [OPEN, ACKNOWLEDGED, WAIVED] }, first: 100) {
      nodes {
        id
        policy
        requirement
        column
      }
    }
  }
`);
