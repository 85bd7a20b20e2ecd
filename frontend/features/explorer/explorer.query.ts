import { graphql } from '../../graphql/generated';

export const AnyAsset = graphql(`
  query AnyAsset {
    search(query: "", filter: { type: [TABLE] }, first: 1) {
      hits {
        asset {
          id
          namespace
          name
        }
      }
    }
  }
`);
