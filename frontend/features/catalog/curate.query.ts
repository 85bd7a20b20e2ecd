import { graphql } from '../../graphql/generated';

export const CurateAsset = graphql(`
  mutation CurateAsset($input: CurateAssetInput!) {
    curateAsset(input: $input) {
      id
    }
  }
`);

export const MergeAssets = graphql(`
  mutation MergeAssets($input: MergeAssetsInput!) {
    mergeAssets(input: $input) {
      id
      type
      namespace
      name
    }
  }
`);

export const SplitAsset = graphql(`
  mutation SplitAsset($input: SplitAssetInput!) {
    splitAsset(input: $input) {
      id
      type
      namespace
      name
    }
  }
`);

export const ClassifyAsset = graphql(`
  mutation ClassifyAsset($input: ClassifyInput!) {
    classify(input: $input) {
      id
    }
  }
`);

export const ColumnPeek = graphql(`
  query ColumnPeek($id: ID!, $column: String!, $mayBlock: Boolean!) {
    columnLineage(assetId: $id, column: $column, direction: BOTH, depth: 1) {
      nodes {
        column
        distance
        asset {
          id
          type
          namespace
          name
          displayName
        }
      }
      edges {
        upstream {
          assetId
          column
        }
        downstream {
          assetId
          column
        }
        kind
        subtype
        masking
      }
    }
    propagationBlocks(assetId: $id) @include(if: $mayBlock) {
      column
    }
  }
`);
