import { graphql } from '../../graphql/generated';

/** Above every tab: what it is and the signs by which to trust it. */
export const AssetHeader = graphql(`
  fragment AssetHeader on Asset {
    ...AssetRow
    statusReason
    restriction {
      namespace
      reason
    }
    columnCount
    createdAt
    classification {
      level
      categories
      derived
    }
    rules {
      lastResult {
        status
      }
    }
    ...LastWritten
    sources {
      label
      kind
      observedAt
    }
  }
`);

export const AssetOverview = graphql(`
  query AssetOverview($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      description
      location
      tags
      isEncrypted
      hasAccessLogging
      region
      properties
      classification {
        because {
          column
          asset {
            displayName
          }
        }
      }
      facts {
        field
        value
        source
        sourceKind
        observedAt
        alternatives {
          value
          source
          sourceKind
          observedAt
        }
      }
    }
  }
`);

export const OneHop = graphql(`
  query OneHop($id: ID!) {
    up: neighbours(assetId: $id, direction: UPSTREAM, first: 6) {
      total
      nodes {
        ...AssetRow
      }
    }
    down: neighbours(assetId: $id, direction: DOWNSTREAM, first: 6) {
      total
      nodes {
        ...AssetRow
      }
    }
  }
`);

export const AllNeighbours = graphql(`
  query AllNeighbours($id: ID!) {
    up: neighbours(assetId: $id, direction: UPSTREAM, first: 50) {
      total
      nodes {
        ...AssetRow
      }
    }
    down: neighbours(assetId: $id, direction: DOWNSTREAM, first: 50) {
      total
      nodes {
        ...AssetRow
      }
    }
  }
`);

export const AssetColumns = graphql(`
  query AssetColumns($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      columns {
        name
        type
        nullable
        description
        tags
        ordinal
        isPrimaryKey
        isDeclared
        upstreamCount
        downstreamCount
        classification {
          level
          categories
          derived
          because {
            column
            asset {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);

export const AssetLineageTab = graphql(`
  query AssetLineageTab($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
    }
  }
`);

export const AssetQuality = graphql(`
  query AssetQuality($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      checks: rules {
        id
        name
        type
        severity
        column
        description
        parameters
        lastResult {
          status
          executedAt
          failedRecords
          totalRecords
          message
        }
      }
    }
  }
`);

export const AssetHistory = graphql(`
  query AssetHistory($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      schemaVersions(first: 50) {
        version
        observedAt
        recordedAt
        added
        removed
        retyped {
          name
          before
          after
        }
        isBreaking
        deliveryId
      }
      changes(first: 50) {
        id
        at
        operation
        detail
        actor
        deliveryId
      }
    }
  }
`);

export const AssetIdentity = graphql(`
  query AssetIdentity($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      urn
      identifiers {
        namespace
        name
        role
        reason
        rawNamespace
        rawName
        source
        firstSeen
        lastSeen
      }
      origins: sources {
        kind
        name
        label
        key
        observedAt
        recordedAt
        deliveryId
      }
    }
  }
`);

export const AssetCode = graphql(`
  query AssetCode($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      code {
        language
        text
        hash
      }
    }
  }
`);

export const AddressOfAsset = graphql(`
  query AddressOfAsset($id: ID!) {
    asset(id: $id) {
      id
      type
      namespace
      name
    }
  }
`);
