import { graphql } from '../../graphql/generated';

/** In the head of every tab: the run that wrote it last. */
export const LastWritten = graphql(`
  fragment LastWritten on Asset {
    lastWrittenBy {
      id
      state
      startedAt
      endedAt
      job {
        namespace
        name
      }
    }
  }
`);

export const AssetRuns = graphql(`
  query AssetRuns($namespace: String!, $name: String!) {
    assetByName(namespace: $namespace, name: $name) {
      ...AssetHeader
      month: freshness(days: 30) {
        writtenAt
        usualSeconds
        expectedAt
        isLate
        runs
        failed
        failureRate
      }
      touchedBy: runs(first: 50) {
        ...RunLine
        job {
          namespace
          name
        }
        outputs {
          rowCount
          asset {
            id
          }
        }
      }
    }
  }
`);
