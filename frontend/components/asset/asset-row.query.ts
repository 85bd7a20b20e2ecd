import { graphql } from '../../graphql/generated';

/** What a line about an asset shows. */
export const AssetRow = graphql(`
  fragment AssetRow on Asset {
    id
    type
    namespace
    name
    displayName
    status
    platform
    layer
    owner
    updatedAt
    upstreamCount
    downstreamCount
  }
`);
