import { graphql } from '../../graphql/generated';

/** What a card shows. */
export const CardAsset = graphql(`
  fragment CardAsset on Asset {
    id
    namespace
    name
    displayName
    type
    status
    statusReason
    platform
    layer
    owner
    tags
    columnCount
    classification {
      level
      categories
    }
    openViolations {
      total
      worst
    }
  }
`);

export const EdgeParts = graphql(`
  fragment EdgeParts on LineageEdge {
    upstreamId
    downstreamId
    kind
    transformation
    sources
    jobs {
      displayName
    }
  }
`);

export const SceneParts = graphql(`
  fragment SceneParts on LineageGraph {
    nodes {
      distance
      direction
      hiddenUpstream
      hiddenDownstream
      asset {
        ...CardAsset
      }
    }
    edges {
      ...EdgeParts
    }
    omitted {
      reason
      count
      message
    }
  }
`);

/** The depth of a view: both sides as far as the shorter one goes, and the rest of the longer one. */
export const LineageScene = graphql(`
  query LineageScene(
    $focus: ID!
    $depth: Int!
    $longer: Direction!
    $further: Int!
    $isUneven: Boolean!
    $at: DateTime
    $maxNodes: Int!
    $fanOut: Int
  ) {
    scene: lineage(assetId: $focus, direction: BOTH, depth: $depth, at: $at, maxNodes: $maxNodes, fanOut: $fanOut) {
      ...SceneParts
    }
    further: lineage(
      assetId: $focus
      direction: $longer
      depth: $further
      at: $at
      maxNodes: $maxNodes
      fanOut: $fanOut
    ) @include(if: $isUneven) {
      ...SceneParts
    }
  }
`);

/** One step out of a node. */
export const LineageStep = graphql(`
  query LineageStep($id: ID!, $direction: Direction!, $at: DateTime, $maxNodes: Int!, $fanOut: Int) {
    lineage(assetId: $id, direction: $direction, depth: 1, at: $at, maxNodes: $maxNodes, fanOut: $fanOut) {
      ...SceneParts
    }
  }
`);

/** Several steps at once; unused places repeat the first one and are skipped. */
export const LineageSteps = graphql(`
  query LineageSteps(
    $at: DateTime
    $maxNodes: Int!
    $id0: ID!
    $direction0: Direction!
    $fanOut0: Int
    $id1: ID!
    $direction1: Direction!
    $fanOut1: Int
    $id2: ID!
    $direction2: Direction!
    $fanOut2: Int
    $id3: ID!
    $direction3: Direction!
    $fanOut3: Int
    $has1: Boolean!
    $has2: Boolean!
    $has3: Boolean!
  ) {
    step0: lineage(assetId: $id0, direction: $direction0, depth: 1, at: $at, maxNodes: $maxNodes, fanOut: $fanOut0) {
      ...SceneParts
    }
    step1: lineage(assetId: $id1, direction: $direction1, depth: 1, at: $at, maxNodes: $maxNodes, fanOut: $fanOut1)
      @include(if: $has1) {
      ...SceneParts
    }
    step2: lineage(assetId: $id2, direction: $direction2, depth: 1, at: $at, maxNodes: $maxNodes, fanOut: $fanOut2)
      @include(if: $has2) {
      ...SceneParts
    }
    step3: lineage(assetId: $id3, direction: $direction3, depth: 1, at: $at, maxNodes: $maxNodes, fanOut: $fanOut3)
      @include(if: $has3) {
      ...SceneParts
    }
  }
`);

/** The edges that connect the nodes of several answers. */
export const EdgesAmong = graphql(`
  query EdgesAmong($ids: [ID!]!, $at: DateTime) {
    edgesAmong(assetIds: $ids, at: $at) {
      ...EdgeParts
    }
  }
`);

/** A page of an asset's neighbours on one side, and all of them by type. */
export const Neighbours = graphql(`
  query Neighbours($id: ID!, $direction: Direction!, $text: String!, $first: Int!, $after: String) {
    neighbours(assetId: $id, direction: $direction, text: $text, first: $first, after: $after) {
      total
      endCursor
      nodes {
        ...CardAsset
      }
      types {
        value
        count
      }
    }
  }
`);

/** The asset a lineage address points at. */
export const FocusById = graphql(`
  query FocusById($id: ID!) {
    asset(id: $id) {
      id
      displayName
    }
  }
`);

export const FocusByName = graphql(`
  query FocusByName($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      id
      displayName
    }
  }
`);

/** Assets by what was typed, for the focus picker and for "did you mean". */
export const SuggestFocus = graphql(`
  query SuggestFocus($query: String!, $first: Int!) {
    suggest(query: $query, first: $first) {
      asset {
        id
        type
        namespace
        name
        displayName
      }
    }
  }
`);

/** What the details panel adds to the card. */
export const NodeDetails = graphql(`
  query NodeDetails($id: ID!, $at: DateTime!, $isPast: Boolean!) {
    asset(id: $id) {
      asOf(at: $at) @include(if: $isPast) {
        owner
        description
        tags
        columns {
          name
        }
      }
      id
      urn
      namespace
      name
      displayName
      type
      status
      statusReason
      platform
      layer
      owner
      description
      tags
      columnCount
      upstreamCount
      downstreamCount
      updatedAt
      classification {
        level
        categories
        derived
      }
      facts {
        field
        source
        sourceKind
      }
      sources {
        label
        observedAt
      }
    }
  }
`);
