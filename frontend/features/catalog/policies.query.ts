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

export const PoliciesOfAsset = graphql(`
  query PoliciesOfAsset($assetId: ID!) {
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
