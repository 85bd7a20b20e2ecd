import { graphql } from '../../graphql/generated';

/** Who says so of a column, from which columns it follows, and which edges into its asset are closed. */
export const ExplainClassification = graphql(`
  query ExplainClassification($id: ID!, $column: String!) {
    explainClassification(assetId: $id, column: $column) {
      complete
      said {
        source
        sourceKind
        level
        categories
        subtypes
        exact
        reason
        at
      }
      origins {
        column
        level
        categories
        isPseudonymised
        otherPaths
        asset {
          id
          type
          namespace
          name
          displayName
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
      }
    }
    propagationBlocks(assetId: $id) {
      column
      parentColumn
      categories
      reason
      createdAt
      parent {
        id
        type
        namespace
        name
        displayName
      }
    }
  }
`);

export const BlockPropagation = graphql(`
  mutation BlockPropagation($input: BlockPropagationInput!) {
    blockPropagation(input: $input) {
      id
    }
  }
`);

export const UnblockPropagation = graphql(`
  mutation UnblockPropagation($input: PropagationEdgeInput!) {
    unblockPropagation(input: $input) {
      id
    }
  }
`);

/** The columns of an asset that are classified: what it has its own classification from. */
export const ClassifiedColumns = graphql(`
  query ClassifiedColumns($id: ID!) {
    asset(id: $id) {
      classification {
        level
        categories
        derived
      }
      columns {
        name
        classification {
          level
          categories
          derived
        }
      }
    }
  }
`);
