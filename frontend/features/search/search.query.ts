import { graphql } from '../../graphql/generated';

export const FindAssets = graphql(`
  query FindAssets($query: String!, $filter: SearchFilter, $sort: SearchSort!, $first: Int!, $after: String) {
    search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
      total
      totalIsExact
      endCursor
      correctedQuery
      facets {
        field
        values {
          value
          count
        }
      }
      hits {
        asset {
          ...AssetRow
          description
          tags
          columnCount
          classification {
            level
            categories
            derived
          }
        }
        matched {
          field
          snippet
        }
      }
    }
  }
`);

export const CountAssets = graphql(`
  query CountAssets($query: String!, $filter: SearchFilter) {
    search(query: $query, filter: $filter, first: 1) {
      total
    }
  }
`);

export const PreviewAsset = graphql(`
  query PreviewAsset($id: ID!) {
    asset(id: $id) {
      id
      type
      namespace
      name
      displayName
      description
      owner
      columnCount
      columns {
        name
        type
        isPrimaryKey
        classification {
          level
          categories
          derived
        }
      }
    }
  }
`);
