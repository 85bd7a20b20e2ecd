import { graphql } from '../../graphql/generated';

export const People = graphql(`
  query People($after: String) {
    people(first: 100, after: $after) {
      total
      endCursor
      nodes {
        id
        username
        displayName
        email
        role
        isDisabled
        createdAt
        lastSeenAt
      }
    }
  }
`);

export const CreatePerson = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      id
    }
  }
`);

export const UpdatePerson = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      id
    }
  }
`);

export const ErasePerson = graphql(`
  mutation ErasePerson($personId: ID!, $reason: String!) {
    erasePerson(personId: $personId, reason: $reason)
  }
`);

export const ResetPassword = graphql(`
  mutation ResetPassword($personId: ID!, $newPassword: String!) {
    resetPassword(personId: $personId, newPassword: $newPassword) {
      id
    }
  }
`);

export const ChangeMyPassword = graphql(`
  mutation ChangeMyPassword($currentPassword: String!, $newPassword: String!) {
    changeMyPassword(currentPassword: $currentPassword, newPassword: $newPassword)
  }
`);

export const ApiTokens = graphql(`
  query ApiTokens($after: String) {
    apiTokens(first: 100, after: $after) {
      total
      endCursor
      nodes {
        id
        name
        role
        namespaces
        createdBy
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
      }
    }
  }
`);

export const CreateApiToken = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
      token {
        id
        name
      }
    }
  }
`);

export const RevokeApiToken = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      id
    }
  }
`);

export const Namespaces = graphql(`
  query Namespaces($after: String) {
    namespaces(first: 100, after: $after) {
      total
      endCursor
      nodes {
        id
        name
        platform
        isWeak
        environment
        region
        defaultDatabase
        defaultSchema
        casePolicy
        owner
        assetCount
      }
    }
    namespaceAliases {
      id
      kind
      pattern
      target
    }
  }
`);

export const AddNamespaceAlias = graphql(`
  mutation AddNamespaceAlias($input: NamespaceAliasInput!) {
    addNamespaceAlias(input: $input) {
      id
    }
  }
`);

export const RemoveNamespaceAlias = graphql(`
  mutation RemoveNamespaceAlias($id: ID!) {
    removeNamespaceAlias(id: $id)
  }
`);

export const UpdateNamespace = graphql(`
  mutation UpdateNamespace($input: UpdateNamespaceInput!) {
    updateNamespace(input: $input) {
      id
    }
  }
`);
